/** A TicketStore in memory, for tests and the simulation, which wraps it with crashes. Calls are atomic. */
import type { TicketId } from "../../shared/ids.ts";
import { accessFacts, type TicketSummary } from "../../shared/ticket/summary.ts";
import type { CommitOutcome, LogEntry, NewEntry, Snapshot, TicketCommit, TicketStore } from "./ticket-store.ts";

/** What the database would hold. Several stores may share one. */
export interface MemoryTables {
  epoch: string;
  log: Map<TicketId, NewEntry[]>;
  rows: Map<TicketId, { seq: number; summary: TicketSummary }>;
  snapshots: Map<TicketId, Snapshot>;
  lastNumber: number;
}

export const createMemoryTables = (epoch = "memory"): MemoryTables => ({
  epoch,
  log: new Map(),
  rows: new Map(),
  snapshots: new Map(),
  lastNumber: 1000,
});

export const createMemoryTicketStore = (tables: MemoryTables): TicketStore => {
  const logOf = (id: TicketId): NewEntry[] => tables.log.get(id) ?? [];
  const after = (id: TicketId, seq: number): LogEntry[] =>
    logOf(id)
      .slice(seq)
      .map(({ entryId: _, events: __, ...entry }) => entry);

  const project = (id: TicketId, seq: number, summary: TicketSummary) => {
    const row = tables.rows.get(id);
    if (row === undefined || row.seq <= seq) tables.rows.set(id, { seq, summary });
  };

  const commitOne = ({ ticketId, afterSeq, entries, summary }: TicketCommit): CommitOutcome => {
    const log = logOf(ticketId);
    const first = log[afterSeq];
    if (first !== undefined) return first.entryId === entries[0]?.entryId ? "committed" : "conflict";
    if (log.length !== afterSeq) throw new Error("entries must continue the log");
    tables.log.set(ticketId, [...log, ...entries]);
    if (summary !== undefined) project(ticketId, entries.at(-1)?.seq ?? 0, summary);
    return "committed";
  };

  return {
    epoch: async () => tables.epoch,
    load: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const row = tables.rows.get(id);
          if (row === undefined) return [];
          const snapshot = tables.snapshots.get(id) ?? null;
          const access = accessFacts(row.summary);
          return [[id, { access, snapshot, tail: after(id, snapshot?.seq ?? 0), seq: logOf(id).length }]];
        }),
      ),
    tail: async (id, seq) => after(id, seq),
    latestSeqs: async (ids) => new Map(ids.map((id) => [id, logOf(id).length])),
    repairsSince: async (wanted, userId) =>
      new Map(
        wanted.map(({ id, sinceSeq }) => [
          id,
          after(id, sinceSeq)
            .filter((entry) => entry.userId === userId && entry.repairs.length > 0)
            .map(({ seq, repairs }) => ({ seq, repairs })),
        ]),
      ),
    commit: async (commits) => commits.map(commitOne),
    project: async (rows) => {
      for (const { seq, summary } of rows) project(summary.id, seq, summary);
    },
    lagging: async (limit) =>
      [...tables.rows].flatMap(([id, row]) => (row.seq < logOf(id).length ? [id] : [])).slice(0, limit),
    saveSnapshot: async (id, snapshot) => {
      const kept = tables.snapshots.get(id);
      if (kept === undefined || kept.seq < snapshot.seq) tables.snapshots.set(id, snapshot);
    },
    takeNumber: async () => ++tables.lastNumber,
  };
};
