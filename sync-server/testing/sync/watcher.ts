import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { untidied } from "../../../shared/document/untidied.ts";
import type { UserId } from "../../../shared/ids.ts";
import type { CloseCode } from "../../../shared/protocol/close-codes.ts";
import { readEntry } from "../../../shared/protocol/messages.ts";
import type { Room } from "../../sync/room.ts";

/** Somebody who has a ticket open and only looks. */
export interface Watcher {
  /** The entries they were shown, in the order in which they came. */
  seqs: number[];
  /** What they see. */
  doc: Y.Doc;
  closedWith: CloseCode | null;
}

export const watch = async (room: Room, userId: UserId): Promise<Watcher> => {
  await room.open();
  const watcher: Watcher = { seqs: [], doc: untidied(new Y.Doc()), closedWith: null };
  const follower = {
    userId,
    entry: (frames: { rich(): Uint8Array }) => {
      const decoder = decoding.createDecoder(frames.rich());
      decoding.readVarUint(decoder);
      const { seq, update } = readEntry(decoder);
      watcher.seqs.push(seq);
      Y.applyUpdate(watcher.doc, update);
    },
    close: (code: CloseCode) => {
      watcher.closedWith = code;
      room.followers.remove(follower);
    },
  };
  room.followers.add(follower);
  const { bytes } = await room.read();
  Y.applyUpdate(watcher.doc, bytes);
  return watcher;
};
