/** A ticket's committed entries on their way to one client: in order, without gaps, and no faster than it reads (T40). */
import { type CloseCode, closeCodes } from "../../shared/protocol/close-codes.ts";
import { limits } from "../limits.ts";
import type { Clock } from "./clock.ts";
import { type EntryFrames, entryFrames } from "./followers.ts";
import type { LogEntry } from "./ticket-store.ts";

export interface EntryPace {
  /** The client is told that it holds everything up to `seq`. Entries wait for the first `catchUp`. */
  begin(seq: number): void;
  entry(entry: EntryFrames): void;
  /** Sends what is missing; resolves when nothing is, or when the client does not read fast enough. */
  catchUp(): Promise<void>;
}

export interface EntryPaceDeps {
  clock: Clock;
  isOpen: () => boolean;
  bufferedBytes: () => number;
  send: (entry: EntryFrames) => void;
  tail: (afterSeq: number) => Promise<LogEntry[]>;
  end: (code: CloseCode, reason: string) => void;
}

export const createEntryPace = ({ clock, isOpen, bufferedBytes, send, tail, end }: EntryPaceDeps): EntryPace => {
  /** What comes is not sent: the client catches up afterwards. */
  let behind = true;
  /** The newest entry it was sent, and the newest there is. */
  let sentSeq = 0;
  let newestSeq = 0;

  const sendOrWait = (entry: EntryFrames) => {
    if (bufferedBytes() > limits.bufferedSoftBytes) return waitForReader();
    sentSeq = entry.seq;
    send(entry);
  };

  const waitForReader = () => {
    behind = true;
    clock.setTimer(limits.stalledLookMs, () => {
      if (!isOpen()) return;
      if (bufferedBytes() > limits.bufferedHardBytes) end(closeCodes.tryLater, "reads too slowly");
      else if (bufferedBytes() > limits.bufferedSoftBytes / 2) waitForReader();
      else void catchUp();
    });
  };

  /** What is committed while the tail is read may not be in it: it is read until nothing is missing. */
  const catchUp = async (): Promise<void> => {
    behind = false;
    while (sentSeq < newestSeq) {
      behind = true;
      const missed = await tail(sentSeq).catch(() => null);
      if (!isOpen()) return;
      if (missed === null) return end(closeCodes.tryLater, "storage");
      behind = false;
      for (const entry of missed) if (!behind) sendOrWait(entryFrames(entry));
      if (behind) return;
    }
  };

  return {
    begin: (seq) => {
      sentSeq = seq;
      newestSeq = seq;
    },
    entry: (entry) => {
      newestSeq = entry.seq;
      if (!behind) sendOrWait(entry);
    },
    catchUp,
  };
};
