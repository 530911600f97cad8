/**
 * One ticket at work: updates queue up, are judged one after the other, committed together, and only then shown.
 * At most one commit is under way for a ticket; what arrives meanwhile waits, so that a failed commit never has
 * later changes standing on it. The document is built only when something must be judged.
 */
import * as Y from "yjs";
import type { Directory } from "../../shared/access/directory.ts";
import { summarize } from "../../shared/document/summarize.ts";
import type { RandomBytes, TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import type { AccessFacts, TicketSummary } from "../../shared/ticket/summary.ts";
import { limits } from "../limits.ts";
import type { Clock } from "./clock.ts";
import { createFollowers, type Followers } from "./followers.ts";
import type { GroupCommit } from "./group-commit.ts";
import { type Judged, judgeBatch } from "./judge-batch.ts";
import { applyEntry, factsNow, type LoadedTicket, loadTicket } from "./loaded-ticket.ts";
import { toNewEntries } from "./new-entries.ts";
import type { NumberPool } from "./number-pool.ts";
import { mergeStored, type StoredBytes, storedSize } from "./stored-bytes.ts";
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
  /** `size` is at least that of the document: of the last snapshot (`measured`) and all entries since. */
  let loaded: { ticket: LoadedTicket; seq: number; size: number; measured: number } | null = null;
  /** The document holds judged changes that are not committed: nobody may read it. */
  let dirty = false;
  /** What has been shown here, and who may read it; null before the first look. */
  let known: Known | null = null;
  let cached: StoredBytes | null = null;
  let snapshotSeq = 0;
  let lastUsed = clock.now();

  const drop = () => {
    loaded?.ticket.doc.destroy();
    loaded = null;
    dirty = false;
  };

  const fetchStored = async (): Promise<StoredTicket | null> => {
    const stored = await deps.load(id);
    snapshotSeq = Math.max(snapshotSeq, stored?.snapshot?.seq ?? 0);
    known ??= { seq: stored?.seq ?? 0, access: stored?.access ?? null };
    if (stored !== null && stored.seq >= known.seq) known.access = stored.access;
    if (stored !== null && stored.seq > known.seq) wantCatchUp();
    return stored;
  };

  const recheck = () => followers.recheck(known?.access ?? null, deps.directory());

  /** Entries of other nodes go to the people here, in order, and into the document where there is one. */
  const showTail = async (): Promise<void> => {
    behind = false;
    if (known === null) return;
    const shown = known.seq;
    const tail = await store.tail(id, Math.min(shown, loaded?.seq ?? shown));
    for (const entry of tail) {
      if (loaded === null || entry.seq !== loaded.seq + 1) continue;
      applyEntry(loaded.ticket, entry.update, entry.userId);
      loaded.seq = entry.seq;
      loaded.size += entry.update.length;
    }
    const seq = tail.at(-1)?.seq ?? shown;
    if (seq > 0) known.access = loaded !== null ? factsNow(loaded.ticket) : ((await deps.load(id))?.access ?? null);
    known.seq = seq;
    // Before anything is shown: it may have taken somebody's right to read.
    recheck();
    for (const entry of tail) if (entry.seq > shown) followers.show(entry);
  };

  const ensureLoaded = async (): Promise<LoadedTicket> => {
    if (loaded === null) {
      const stored = await fetchStored();
      const measured = stored?.snapshot?.state.length ?? 0;
      loaded = { ticket: loadTicket(id, stored), seq: stored?.seq ?? 0, size: storedSize(stored), measured };
      cached = null;
      if (known !== null && known.seq !== loaded.seq) await showTail();
    }
    return loaded.ticket;
  };

  const takeNumber = async (ticket: LoadedTicket, batch: readonly Submission[]): Promise<number | null> => {
    const mayAct = batch.some(({ scan }) => scan.roots.has("actions") || scan.hasOverwrites);
    return mayAct && (ticket.maps.state.get("number") ?? null) === null ? numbers.take() : null;
  };

  /** One round: judge what fits on the document as it is, commit, show. Returns what has to be judged again. */
  const round = async (batch: Submission[]): Promise<Submission[]> => {
    const ticket = await ensureLoaded();
    await measureIfFull(batch);
    const ticketNumber = await takeNumber(ticket, batch);
    const nowMs = clock.now();
    const judged = judgeBatch(ticket, batch, {
      directory: deps.directory(),
      nowMs,
      ticketNumber,
      size: loaded?.size ?? 0,
    });
    const numberUsed = judged.numberTaken && judged.end !== "spoilt";
    if (ticketNumber !== null && !numberUsed) numbers.giveBack(ticketNumber);
    if (judged.end === "spoilt") {
      drop();
      return judged.rest;
    }
    if (judged.entries.length > 0) {
      dirty = true;
      const outcome = await commit(judged, nowMs);
      if (outcome !== "committed") {
        drop();
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

  const commit = async (judged: Judged, nowMs: number): Promise<CommitOutcome | "failed"> => {
    const afterSeq = loaded?.seq ?? 0;
    const entries = toNewEntries(judged, afterSeq, nowMs, deps.random);
    const summary = judged.rowChanged && loaded !== null ? summarize(id, loaded.ticket.doc) : undefined;
    const outcome = await commits.commit({ ticketId: id, afterSeq, entries, summary });
    if (outcome === "committed") show(judged, entries);
    return outcome;
  };

  const show = (judged: Judged, entries: readonly NewEntry[]) => {
    if (loaded === null) return;
    dirty = false;
    cached = null;
    const seq = loaded.seq + entries.length;
    loaded.seq = seq;
    known = { seq, access: judged.rowChanged ? factsNow(loaded.ticket) : (known?.access ?? null) };
    for (const [i, { submission, entry }] of judged.entries.entries()) {
      const { seq: at, update } = entries[i] as NewEntry;
      loaded.size += update.length;
      const { repairs, rulings } = entry;
      submission.settle({
        kind: "acked",
        seq: at,
        asSent: update === submission.update,
        repairs,
        rulings,
      });
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
        await saveSnapshotAfter(limits.snapshotEveryEntries, limits.snapshotEveryBytes);
      } catch (error) {
        deps.log.error({ ticket: id, error }, "a room gave up what it was doing");
        behind = false;
        drop();
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

  /** What was written over is no longer in the document, but in the log it is: the log alone must not make a ticket full. */
  const measureIfFull = async (batch: readonly Submission[]) => {
    const more = batch.reduce((sum, { update }) => sum + update.length, 0);
    if (loaded !== null && loaded.size + more > limits.docBytes)
      await saveSnapshotAfter(Number.POSITIVE_INFINITY, limits.measureEveryBytes);
  };

  const saveSnapshotAfter = async (entries: number, bytes: number) => {
    if (loaded === null || dirty || loaded.seq === snapshotSeq) return;
    if (loaded.seq - snapshotSeq < entries && loaded.size - loaded.measured < bytes) return;
    const snapshot = {
      seq: loaded.seq,
      state: Y.encodeStateAsUpdate(loaded.ticket.doc),
      owners: new Map(loaded.ticket.owners),
    };
    loaded.size = snapshot.state.length;
    loaded.measured = loaded.size;
    snapshotSeq = snapshot.seq;
    // A snapshot is a cache: a failure costs nothing but the next load's time.
    await store.saveSnapshot(id, snapshot).catch((error) => deps.log.warn({ ticket: id, error }, "no snapshot"));
  };

  const isResting = () => working === null && clock.now() - lastUsed >= limits.roomIdleMs;

  const room: Room = {
    id,
    followers,
    open: async () => {
      lastUsed = clock.now();
      if (known === null) cached = mergeStored(await fetchStored());
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
      if (loaded !== null && !dirty) return { seq: loaded.seq, bytes: Y.encodeStateAsUpdate(loaded.ticket.doc) };
      if (cached === null || cached.seq !== known?.seq) cached = mergeStored(await fetchStored());
      return cached;
    },
    stands: (seq) => {
      if (known !== null && seq > known.seq) wantCatchUp();
    },
    recheck,
    row: () => {
      if (dirty) return "busy";
      return loaded === null ? null : { seq: loaded.seq, summary: summarize(id, loaded.ticket.doc) };
    },
    rest: async () => {
      if (!isResting()) return;
      cached = null;
      await saveSnapshotAfter(limits.snapshotIdleEntries, limits.snapshotEveryBytes);
      if (isResting()) drop();
    },
    isIdle: () => isResting() && followers.count() === 0,
    drained: async () => {
      while (working !== null) await working;
    },
  };
  return room;
};

interface Known {
  seq: number;
  access: AccessFacts | null;
}
