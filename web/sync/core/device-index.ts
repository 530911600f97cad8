/**
 * What the engine holds in memory about every ticket: list rows, what waits, how far each document reaches, what was
 * refused. A mirror of the store, changed only after the store has written.
 */
import type { TicketId } from "../../../shared/ids.ts";
import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import type { RefusedChange } from "../device.ts";
import type { OutboxEntry, StoredIndex } from "./device-store.ts";
import type { SummaryRow, TicketWrites } from "./records.ts";

export interface DeviceIndex {
  summaries: ReadonlyMap<TicketId, SummaryRow>;
  /** Only tickets with something waiting, in order of `n`. */
  waiting: ReadonlyMap<TicketId, readonly OutboxEntry[]>;
  known: ReadonlyMap<TicketId, number>;
  refused: ReadonlyMap<string, RefusedChange>;
  /** List rows of tickets with waiting changes, worked out on this device. */
  overlay: Map<TicketId, TicketSummary>;
  /** Takes over what the store says about `ids`, or about everything. */
  load(index: StoredIndex, ids?: readonly TicketId[]): void;
  /** Repeats what the store has written. `ns` are the numbers it gave to `addRows`; `known` the seq reached. */
  wrote(id: TicketId, writes: TicketWrites, ns: readonly number[], known: number | null): void;
  addSummaries(rows: readonly SummaryRow[]): SummaryRow[];
  discardRefused(id: string): void;
}

export const createDeviceIndex = (): DeviceIndex => {
  const summaries = new Map<TicketId, SummaryRow>();
  const waiting = new Map<TicketId, OutboxEntry[]>();
  const known = new Map<TicketId, number>();
  const refused = new Map<string, RefusedChange>();
  const overlay = new Map<TicketId, TicketSummary>();
  const discarded = new Set<string>();

  const setWaiting = (id: TicketId, rows: OutboxEntry[]) => {
    if (rows.length > 0) return void waiting.set(id, rows);
    waiting.delete(id);
    overlay.delete(id);
  };

  const forget = (ids: readonly TicketId[]) => {
    for (const map of [summaries, waiting, known]) for (const id of ids) map.delete(id);
  };

  const loadRefused = (stored: StoredIndex) => {
    refused.clear();
    discarded.clear();
    for (const change of stored.refused) refused.set(change.id, change);
    for (const id of stored.discarded) discarded.add(id);
  };

  const index: DeviceIndex = {
    summaries,
    waiting,
    known,
    refused,
    overlay,
    load: (stored, ids) => {
      forget(ids ?? [...summaries.keys(), ...waiting.keys(), ...known.keys()]);
      for (const row of stored.summaries) summaries.set(row.summary.id, row);
      for (const [id, seq] of stored.known) known.set(id, seq);
      for (const row of [...stored.outbox].sort((a, b) => a.n - b.n)) {
        waiting.set(row.ticketId, [...(waiting.get(row.ticketId) ?? []), row]);
      }
      for (const id of ids ?? [...overlay.keys()]) if (!waiting.has(id)) overlay.delete(id);
      loadRefused(stored);
    },
    wrote: (id, { document, addRows = [], dropRows = [], refused: added = [], summary }, ns, reached) => {
      if (document === null) known.delete(id);
      if (reached !== null) known.set(id, Math.max(reached, document === undefined ? (known.get(id) ?? 0) : 0));
      const dropped = new Set(dropRows);
      const kept = (waiting.get(id) ?? []).filter(({ n }) => !dropped.has(n));
      const rows = addRows.map(({ update: _, ...row }, i) => ({ ...row, ticketId: id, n: ns[i] ?? 0 }));
      if (dropped.size > 0 || rows.length > 0) setWaiting(id, [...kept, ...rows]);
      for (const change of added)
        if (!refused.has(change.id) && !discarded.has(change.id)) refused.set(change.id, change);
      if (summary === null) summaries.delete(id);
      else if (summary !== undefined) index.addSummaries([summary]);
    },
    addSummaries: (rows) => {
      const newer = rows.filter(({ seq, summary }) => seq >= (summaries.get(summary.id)?.seq ?? 0));
      for (const row of newer) summaries.set(row.summary.id, row);
      return newer;
    },
    discardRefused: (id) => {
      refused.delete(id);
      discarded.add(id);
    },
  };
  return index;
};
