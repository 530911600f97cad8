/**
 * A ticket's document in the hands of its room. Built only when something must be judged, thrown away when a commit fails,
 * and saved as a snapshot now and then.
 */
import * as Y from "yjs";
import { summarize } from "../../shared/document/summarize.ts";
import type { TicketId } from "../../shared/ids.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import { limits } from "../limits.ts";
import { applyEntry, type LoadedTicket, loadTicket } from "./loaded-ticket.ts";
import { type StoredBytes, storedSize } from "./stored-bytes.ts";
import type { LogEntry, StoredTicket, TicketStore } from "./ticket-store.ts";

export interface HeldDocument {
  ticket(): LoadedTicket | null;
  /** The newest log entry it holds; 0 while there is none. */
  seq(): number;
  /** Bytes of the stored ticket, at least. */
  size(): number;
  load(stored: StoredTicket | null): LoadedTicket;
  drop(): void;
  /** Takes in an entry of another node if it is the next one. */
  takeIn(entry: LogEntry): void;
  /** It was judged on, and nobody may read it until `committed`, or ever if it is dropped. */
  judged(): void;
  committed(entries: readonly Pick<LogEntry, "update">[]): void;
  isDirty(): boolean;
  /** What readers get, or null when there is none to read from. */
  read(): StoredBytes | null;
  summary(): TicketSummary | null;
  /** Storage has a snapshot of this entry. */
  knowSnapshot(seq: number): void;
  /** Saves a snapshot if there are so many entries or bytes since the last one. */
  snapshotAfter(entries: number, bytes: number): Promise<void>;
  /** With so many bytes more it seems to be larger than it may be. */
  isFull(moreBytes: number): boolean;
  /** What was written over is no longer in the document, but in the log it is: the log alone must not make a ticket full. */
  measure(): Promise<void>;
}

export interface HeldDocumentDeps {
  store: Pick<TicketStore, "saveSnapshot">;
  log: { warn(facts: object, message: string): void };
}

export const createHeldDocument = (id: TicketId, { store, log }: HeldDocumentDeps): HeldDocument => {
  /** `size` is at least that of the document: of the last snapshot (`measured`) and all entries since. */
  let held: { ticket: LoadedTicket; seq: number; size: number; measured: number } | null = null;
  let dirty = false;
  let snapshotSeq = 0;

  const snapshotAfter = async (entries: number, bytes: number): Promise<void> => {
    if (held === null || dirty || held.seq === snapshotSeq) return;
    if (held.seq - snapshotSeq < entries && held.size - held.measured < bytes) return;
    const { ticket, seq } = held;
    const snapshot = { seq, state: Y.encodeStateAsUpdate(ticket.doc), owners: new Map(ticket.owners) };
    held.size = snapshot.state.length;
    held.measured = held.size;
    snapshotSeq = seq;
    // A snapshot is a cache: a failure costs nothing but the next load's time.
    await store.saveSnapshot(id, snapshot).catch((error) => log.warn({ ticket: id, error }, "no snapshot"));
  };

  return {
    ticket: () => held?.ticket ?? null,
    seq: () => held?.seq ?? 0,
    size: () => held?.size ?? 0,
    load: (stored) => {
      const measured = stored?.snapshot?.state.length ?? 0;
      held = { ticket: loadTicket(id, stored), seq: stored?.seq ?? 0, size: storedSize(stored), measured };
      return held.ticket;
    },
    drop: () => {
      held?.ticket.doc.destroy();
      held = null;
      dirty = false;
    },
    takeIn: ({ seq, update, userId }) => {
      if (held === null || seq !== held.seq + 1) return;
      applyEntry(held.ticket, update, userId);
      held.seq = seq;
      held.size += update.length;
    },
    judged: () => {
      dirty = true;
    },
    committed: (entries) => {
      if (held === null) return;
      dirty = false;
      held.seq += entries.length;
      for (const { update } of entries) held.size += update.length;
    },
    isDirty: () => dirty,
    read: () => (held === null || dirty ? null : { seq: held.seq, bytes: Y.encodeStateAsUpdate(held.ticket.doc) }),
    summary: () => (held === null ? null : summarize(id, held.ticket.doc)),
    knowSnapshot: (seq) => {
      snapshotSeq = Math.max(snapshotSeq, seq);
    },
    snapshotAfter,
    isFull: (moreBytes) => held !== null && held.size + moreBytes > limits.docBytes,
    measure: () => snapshotAfter(Number.POSITIVE_INFINITY, limits.measureEveryBytes),
  };
};
