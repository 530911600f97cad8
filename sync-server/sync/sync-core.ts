/**
 * The sync core: every write, whichever door it comes by, goes through `submit`. Clock, randomness and storage come in
 * as parameters, so that a simulation runs the very same code.
 */
import { canRead } from "../../shared/access/can.ts";
import type { Directory } from "../../shared/access/directory.ts";
import type { RandomBytes, TicketId, UserId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { limits } from "../limits.ts";
import { createBatchedLoad } from "./batched-load.ts";
import type { Clock } from "./clock.ts";
import { createGroupCommit } from "./group-commit.ts";
import { createNumberPool } from "./number-pool.ts";
import { prescan } from "./prescan.ts";
import { createRoom, type Room } from "./room.ts";
import { createRooms } from "./rooms.ts";
import { createRowProjector } from "./row-projector.ts";
import { createSubmission, type Submission, type SubmitResult } from "./submission.ts";
import type { SyncLog } from "./sync-log.ts";
import type { TicketStore } from "./ticket-store.ts";
import { createTokenBucket } from "./token-bucket.ts";

export interface SyncCoreDeps {
  store: TicketStore;
  directory: () => Directory;
  clock: Clock;
  random: RandomBytes;
  /** Tells other nodes that a ticket stands at `seq`; a hint, it may get lost. */
  hint: (id: TicketId, seq: number) => void;
  log: SyncLog;
}

export interface SyncCore {
  /** Where whoever works on it says what went wrong. */
  log: SyncLog;
  /** `update`: Yjs V1 bytes as they came from this person. Never rejects. */
  submit(userId: UserId, ticketId: TicketId, update: Uint8Array): Promise<SubmitResult>;
  /** The same with a callback, called before anybody is shown the change: sockets acknowledge first. */
  deliver(userId: UserId, ticketId: TicketId, update: Uint8Array, answer: (result: SubmitResult) => void): void;
  /** A ticket somebody watches: its room stays while it has followers. */
  room(id: TicketId): Room;
  /** The committed document, or null when it does not exist for this person. */
  read(userId: UserId, ticketId: TicketId): Promise<{ seq: number; bytes: Uint8Array } | null>;
  /** Another node says where a ticket stands. */
  hinted(id: TicketId, seq: number): void;
  /** Roles or departments changed: whoever may not read any longer loses the socket. */
  directoryChanged(): void;
  /** False while the database does not answer. */
  isHealthy(): boolean;
  /** For monitoring: what became of submissions since the start, and how many rooms are open. */
  figures(): SyncFigures;
  /** Commits what was received, writes what lags, sends everybody away. */
  drain(): Promise<void>;
}

export interface SyncFigures {
  openRooms: number;
  acked: number;
  /** Acknowledged, but something in it was put back. */
  repaired: number;
  refused: number;
  missing: number;
  later: number;
}

export const createSyncCore = (deps: SyncCoreDeps): SyncCore => {
  const { store, clock, log } = deps;
  const commits = createGroupCommit(store, clock, log);
  const numbers = createNumberPool(() => store.takeNumber());
  const load = createBatchedLoad(store, limits.loadBatchTickets);
  const rows = createRowProjector({ store, load, clock, log });
  const warnings = createTokenBucket(limits.spoiltWarningsPerSecond, limits.spoiltWarningsBurst, clock);
  const figures: Omit<SyncFigures, "openRooms"> = { acked: 0, repaired: 0, refused: 0, missing: 0, later: 0 };
  let draining = false;

  const count = (result: SubmitResult): SubmitResult => {
    figures[result.kind]++;
    if (result.kind === "acked" && result.repairs.length > 0) figures.repaired++;
    return result;
  };

  const rooms = createRooms((id) =>
    createRoom(id, {
      store,
      load,
      commits,
      numbers,
      directory: deps.directory,
      clock,
      random: deps.random,
      committed: deps.hint,
      rowLags: rows.mark,
      log,
    }),
  );

  /** Not an error: hostile bytes do that. But honest ones that do are a bug here or in Yjs, and its operator must see it. */
  const warnOfSpoilt = (ticket: TicketId, { userId, thrown }: Submission) => {
    if (warnings.take()) log.warn({ ticket, user: userId, error: thrown }, "an update could not be applied");
  };

  const deliver: SyncCore["deliver"] = (userId, ticketId, update, answer) => {
    const counted = (result: SubmitResult) => answer(count(result));
    const scan = prescan(update);
    if (!scan.ok) return counted({ kind: "refused", code: scan.error.code, facts: {} });
    if (draining) return counted({ kind: "later" });
    const { room, leave } = rooms.enter(ticketId);
    const submission = createSubmission(userId, update, scan.value, (result) => {
      if (submission.thrown !== undefined) warnOfSpoilt(ticketId, submission);
      counted(result);
      leave(result.kind === "later" || (result.kind === "acked" && result.seq > 0));
    });
    room.submit(submission);
  };

  /** Hints get lost: open rooms ask now and then where their tickets stand. */
  const heal = async () => {
    const watched = rooms.all();
    if (watched.length === 0) return;
    const latest = await store.latestSeqs(watched.map(({ id }) => id));
    for (const open of watched) open.stands(latest.get(open.id) ?? 0);
  };

  const every = (ms: number, task: () => Promise<void>) => {
    clock.setTimer(ms, () => {
      if (draining) return;
      task()
        .catch((error) => log.warn({ error }, "a periodic task failed"))
        .finally(() => every(ms, task));
    });
  };
  every(limits.sweepMs, () => rooms.sweep(rows.isWaiting));
  every(limits.tailPollMs, heal);
  every(limits.leftBehindPollMs, rows.flushLeftBehind);

  return {
    log,
    room: rooms.watched,
    deliver,
    submit: (userId, ticketId, update) => new Promise((resolve) => deliver(userId, ticketId, update, resolve)),
    read: async (userId, ticketId) => {
      const { room, leave } = rooms.enter(ticketId);
      let isStored = true;
      try {
        const { access } = await room.open();
        isStored = access !== null;
        const person = deps.directory().people.get(userId);
        if (person === undefined || access === null || !canRead(person, access, deps.directory())) return null;
        return await room.read();
      } finally {
        leave(isStored);
      }
    },
    hinted: (id, seq) => rooms.get(id)?.stands(seq),
    directoryChanged: () => {
      for (const room of rooms.all()) room.recheck();
    },
    isHealthy: commits.isHealthy,
    figures: () => ({ openRooms: rooms.count(), ...figures }),
    drain: async () => {
      draining = true;
      await Promise.all(rooms.all().map((room) => room.drained()));
      await rows.flush();
      for (const room of rooms.all()) room.followers.closeAll(closeCodes.restarting);
    },
  };
};
