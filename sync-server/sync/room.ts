/**
 * One ticket at work: updates queue up, are judged one after the other, committed together, and only then shown.
 * At most one commit is under way for a ticket; what arrives meanwhile waits, so that a failed commit never has
 * later changes standing on it. The document is built only when something must be judged.
 */
import type { Directory } from "../../shared/access/directory.ts";
import { summarize } from "../../shared/document/summarize.ts";
import type { RandomBytes, TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import type { AccessFacts, TicketSummary } from "../../shared/ticket/summary.ts";
import { limits } from "../limits.ts";
import type { Clock } from "./clock.ts";
import { createFollowers, type Followers } from "./followers.ts";
import type { GroupCommit } from "./group-commit.ts";
import { createHeldDocument } from "./held-document.ts";
import { type Judged, judgeBatch } from "./judge-batch.ts";
import { factsNow, type LoadedTicket } from "./loaded-ticket.ts";
import { toNewEntries } from "./new-entries.ts";
import type { NumberPool } from "./number-pool.ts";
import { mergeStored, type StoredBytes } from "./stored-bytes.ts";
import type { Submission } from "./submission.ts";
import { createSubmissionQueue } from "./submission-queue.ts";
import type { CommitOutcome, NewEntry, StoredTicket, TicketStore } from "./ticket-store.ts";

export interface RoomDeps {
  store: TicketStore;
  /** One ticket out of a batched load; null when nobody has stored it yet. */
  load: (id: TicketId) => Promise<StoredTicket | null>;
  commits: GroupCommit;
  numbers: NumberPool;
  directory: () => Directory;
  clock: Clock;
  random: RandomBytes;
  /** Told after a commit: other nodes should read the tail. */
  committed: (id: TicketId, seq: number) => void;
  /** Told when the list row lags behind the description. */
  rowLags: (room: Room) => void;
  log: { warn(facts: object, message: string): void; error(facts: object, message: string): void };
}

export interface Room {
  id: TicketId;
  followers: Followers;
  /** Reads where the ticket stands, if this room does not know yet. */
  open(): Promise<{ seq: number; access: AccessFacts | null }>;
  submit(submission: Submission): void;
  /** The committed document as one update, with its seq. Empty bytes for a ticket nobody has stored. */
  read(): Promise<{ seq: number; bytes: Uint8Array }>;
  /** The ticket stands at `seq`: reads what other nodes wrote and shows it, if that is news. */
  stands(seq: number): void;
  recheck(): void;
  /** The list row as of the last commit; null when no document is loaded, `busy` while one is being judged. */
  row(): { seq: number; summary: TicketSummary } | "busy" | null;
  /** Frees the document if nothing happened for `limits.roomIdleMs`. */
  rest(): Promise<void>;
  /** Nobody needs this room: it may go, in the same turn of the event loop. */
  isIdle(): boolean;
  drained(): Promise<void>;
}

export const createRoom = (id: TicketId, deps: RoomDeps): Room => {
  const { store, commits, clock, numbers } = deps;
  const followers = createFollowers();
  const queue = createSubmissionQueue();
  let working: Promise<void> | null = null;
  let behind = false;
  const held = createHeldDocument(id, deps);
  /** What has been shown here, and who may read it; null before the first look. */
  let known: Known | null = null;
  let cached: StoredBytes | null = null;
  let looking: Promise<void> | null = null;
  let lastUsed = clock.now();

  const fetchStored = async (): Promise<StoredTicket | null> => {
    const stored = await deps.load(id);
    held.knowSnapshot(stored?.snapshot?.seq ?? 0);
    known ??= { seq: stored?.seq ?? 0, access: stored?.access ?? null };
    if (stored !== null && stored.seq >= known.seq) known.access = stored.access;
    if (stored !== null && stored.seq > known.seq) wantCatchUp();
    return stored;
  };

  /** Whoever comes together looks together. */
  const firstLook = (): Promise<void> => {
    looking ??= fetchStored()
      .then((stored) => {
        cached = mergeStored(stored);
      })
      .finally(() => {
        looking = null;
      });
    return looking;
  };

  const recheck = () => followers.recheck(known?.access ?? null, deps.directory());

  /** Entries of other nodes go to the people here, in order, and into the document where there is one. */
  const showTail = async (): Promise<void> => {
    behind = false;
    if (known === null) return;
    const shown = known.seq;
    const tail = await store.tail(id, held.ticket() === null ? shown : Math.min(shown, held.seq()));
    for (const entry of tail) held.takeIn(entry);
    const seq = tail.at(-1)?.seq ?? shown;
    const ticket = held.ticket();
    if (seq > 0) known.access = ticket !== null ? factsNow(ticket) : ((await deps.load(id))?.access ?? null);
    known.seq = seq;
    // Before anything is shown: it may have taken somebody's right to read.
    recheck();
    for (const entry of tail) if (entry.seq > shown) followers.show(entry);
  };

  const ensureLoaded = async (): Promise<LoadedTicket> => {
    const before = held.ticket();
    if (before !== null) return before;
    const ticket = held.load(await fetchStored());
    cached = null;
    if (known !== null && known.seq !== held.seq()) await showTail();
    return ticket;
  };

  const takeNumber = async (ticket: LoadedTicket): Promise<number | null> =>
    (ticket.maps.state.get("number") ?? null) === null ? numbers.take() : null;

  /** One round: judge what fits on the document as it is, commit, show. Returns what has to be judged again. */
  const round = async (batch: Submission[]): Promise<Submission[]> => {
    // Keystrokes wait for nothing here: each wait costs as much as looking at one.
    const ticket = held.ticket() ?? (await ensureLoaded());
    const moreBytes = batch.reduce((sum, { update }) => sum + update.length, 0);
    if (held.isFull(moreBytes)) await held.measure();
    const ticketNumber = mayAct(batch) ? await takeNumber(ticket) : null;
    const nowMs = clock.now();
    const context = { directory: deps.directory(), nowMs, ticketNumber, size: held.size() };
    const judged = judgeBatch(ticket, batch, context);
    const numberUsed = judged.numberTaken && judged.end !== "spoilt";
    if (ticketNumber !== null && !numberUsed) numbers.giveBack(ticketNumber);
    if (judged.end === "spoilt") {
      held.drop();
      return judged.rest;
    }
    if (judged.entries.length > 0) {
      held.judged();
      const outcome = await commit(ticket, judged, nowMs);
      if (outcome !== "committed") {
        held.drop();
        if (outcome === "failed") return giveUp(batch);
        // Another node was first: read what it wrote, then judge on top of that.
        await showTail();
        return batch.filter((submission) => !submission.settled);
      }
    }
    for (const submission of judged.known) settleKnown(submission);
    if (judged.end === "behind") await showTail();
    return judged.rest;
  };

  const settleKnown = (submission: Submission) =>
    submission.settle({ kind: "acked", seq: known?.seq ?? 0, asSent: false, repairs: [], rulings: new Map() });

  const commit = async (ticket: LoadedTicket, judged: Judged, nowMs: number): Promise<CommitOutcome | "failed"> => {
    const afterSeq = held.seq();
    const entries = toNewEntries(judged, afterSeq, nowMs, deps.random);
    const summary = judged.rowChanged ? summarize(id, ticket.doc) : undefined;
    const outcome = await commits.commit({ ticketId: id, afterSeq, entries, summary });
    if (outcome === "committed") show(ticket, judged, entries);
    return outcome;
  };

  const show = (ticket: LoadedTicket, judged: Judged, entries: readonly NewEntry[]) => {
    held.committed(entries);
    cached = null;
    const seq = held.seq();
    known = { seq, access: judged.rowChanged ? factsNow(ticket) : (known?.access ?? null) };
    for (const [i, { submission, entry }] of judged.entries.entries()) {
      const { seq: at, update } = entries[i] as NewEntry;
      const { repairs, rulings } = entry;
      submission.settle({ kind: "acked", seq: at, asSent: update === submission.update, repairs, rulings });
    }
    // Before anything is shown, and after its author was told: it may have taken somebody's right to read.
    if (judged.rowChanged) recheck();
    else deps.rowLags(room);
    for (const entry of entries) followers.show(entry);
    deps.committed(id, seq);
  };

  const giveUp = (batch: readonly Submission[]): Submission[] => {
    for (const submission of [...batch, ...queue.takeAll()]) submission.settle({ kind: "later" });
    followers.closeAll(closeCodes.tryLater);
    return [];
  };

  const work = async (): Promise<void> => {
    // What else arrives in this turn of the event loop is judged together.
    await null;
    while (!queue.isEmpty() || behind) {
      const batch = queue.takeBatch();
      try {
        if (behind) await showTail();
        let rest = batch;
        for (let i = 0; rest.length > 0 && i < limits.roundsPerBatch; i++) rest = await round(rest);
        if (rest.length > 0) throw new Error("judged too often without getting through");
        await held.snapshotAfter(limits.snapshotEveryEntries, limits.snapshotEveryBytes);
      } catch (error) {
        deps.log.error({ ticket: id, error }, "a room gave up what it was doing");
        behind = false;
        held.drop();
        giveUp(batch);
      }
    }
    // In the same turn as the last look at the queue, so that nothing falls between two runs.
    working = null;
  };

  const wantWork = () => {
    working ??= work();
  };
  const wantCatchUp = () => {
    behind = true;
    wantWork();
  };

  const isResting = () => working === null && clock.now() - lastUsed >= limits.roomIdleMs;

  const room: Room = {
    id,
    followers,
    open: async () => {
      lastUsed = clock.now();
      if (known === null) await firstLook();
      return known ?? { seq: 0, access: null };
    },
    submit: (submission) => {
      lastUsed = clock.now();
      // A stock client answers when it is asked what it has, mostly with nothing: no document is built for that.
      if (submission.scan.isEmpty && working === null && known !== null) return settleKnown(submission);
      if (!queue.add(submission)) return submission.settle({ kind: "later" });
      wantWork();
    },
    read: async () => {
      // While a commit is under way storage is asked: where people keep writing, one commit follows the other.
      const now = held.read();
      if (now !== null) return now;
      if (cached === null || cached.seq !== known?.seq) cached = mergeStored(await fetchStored());
      return cached;
    },
    stands: (seq) => {
      if (known !== null && seq > known.seq) wantCatchUp();
    },
    recheck,
    row: () => {
      if (held.isDirty()) return "busy";
      const summary = held.summary();
      return summary && { seq: held.seq(), summary };
    },
    rest: async () => {
      if (!isResting()) return;
      cached = null;
      await held.snapshotAfter(limits.snapshotIdleEntries, limits.snapshotEveryBytes);
      if (isResting()) held.drop();
    },
    isIdle: () => isResting() && followers.count() === 0,
    drained: async () => {
      while (working !== null) await working;
    },
  };
  return room;
};

const mayAct = (batch: readonly Submission[]): boolean =>
  batch.some(({ scan }) => scan.roots.has("actions") || scan.hasOverwrites);

interface Known {
  seq: number;
  access: AccessFacts | null;
}
