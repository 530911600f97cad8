/** Who watches a ticket on this node, and may still read it. */
import { canRead } from "../../shared/access/can.ts";
import type { Directory } from "../../shared/access/directory.ts";
import type { UserId } from "../../shared/ids.ts";
import { type CloseCode, closeCodes } from "../../shared/protocol/close-codes.ts";
import { encodeEntry, encodeRepaired, encodeSync } from "../../shared/protocol/messages.ts";
import type { AccessFacts } from "../../shared/ticket/summary.ts";
import type { LogEntry } from "./ticket-store.ts";

/** A committed entry as it goes out, encoded once for everybody. */
export interface EntryFrames {
  seq: number;
  /** y-protocols update, for stock clients. */
  plain(): Uint8Array;
  /** `entry` with its seq, for those that speak the rich protocol. */
  rich(): Uint8Array;
  /** `repaired`, which goes before it to its author and nobody else; null where nothing was put back. */
  repaired(to: UserId): Uint8Array | null;
}

/** What followers are shown of a log entry. */
export type ShownEntry = Pick<LogEntry, "seq" | "update" | "userId" | "repairs">;

export interface Follower {
  userId: UserId;
  entry(frames: EntryFrames): void;
  close(code: CloseCode): void;
}

export interface Followers {
  add(follower: Follower): void;
  remove(follower: Follower): void;
  count(): number;
  show(entry: ShownEntry): void;
  /** Closes whoever may not read the ticket as it stands now (I9). */
  recheck(facts: AccessFacts | null, directory: Directory): void;
  closeAll(code: CloseCode): void;
}

export const createFollowers = (): Followers => {
  const followers = new Set<Follower>();
  return {
    add: (follower) => followers.add(follower),
    remove: (follower) => followers.delete(follower),
    count: () => followers.size,
    show: (entry) => {
      const frames = entryFrames(entry);
      // Everybody else first: whoever wrote it sees it already.
      for (const follower of followers) if (follower.userId !== entry.userId) follower.entry(frames);
      for (const follower of followers) if (follower.userId === entry.userId) follower.entry(frames);
    },
    recheck: (facts, directory) => {
      for (const follower of [...followers]) {
        const person = directory.people.get(follower.userId);
        const may = person?.isActive === true && (facts === null || canRead(person, facts, directory));
        if (!may) follower.close(closeCodes.forbidden);
      }
    },
    closeAll: (code) => {
      for (const follower of [...followers]) follower.close(code);
    },
  };
};

export const entryFrames = ({ seq, update, userId, repairs }: ShownEntry): EntryFrames => {
  let plain: Uint8Array | null = null;
  let rich: Uint8Array | null = null;
  return {
    seq,
    plain: () => (plain ??= encodeSync(2, update)),
    rich: () => (rich ??= encodeEntry({ seq, update })),
    repaired: (to) => (to === userId && repairs.length > 0 ? encodeRepaired({ seq, repairs }) : null),
  };
};
