/** A TicketStore in memory, for tests and the simulation, which wraps it with crashes. Calls are atomic. */
import type { TicketId } from "../../shared/ids.ts";
import { type AccessFacts, accessFacts, type TicketSummary } from "../../shared/ticket/summary.ts";
import { draftState, emptyFields } from "../../shared/ticket/ticket.ts";
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

  /** What an earlier try of the same commit wrote is found again; only the rest is added. */
  const commitOne = ({ ticketId, afterSeq, entries, summary }: TicketCommit): CommitOutcome => {
    const log = logOf(ticketId);
    if (log.length < afterSeq) throw new Error("entries must continue the log");
    const present = log.slice(afterSeq, afterSeq + entries.length);
    if (present.some(({ entryId }, i) => entryId !== entries[i]?.entryId)) return "conflict";
    tables.log.set(ticketId, [...log, ...entries.slice(present.length)]);
    if (summary !== undefined) project(ticketId, entries.at(-1)?.seq ?? 0, summary);
    return "committed";
  };

  /** A ticket without a list row is its first writer's draft. */
  const accessOf = (id: TicketId): AccessFacts => {
    const row = tables.rows.get(id);
    if (row !== undefined) return accessFacts(row.summary);
    const requester = logOf(id)[0]?.userId ?? null;
    return { ...accessFacts({ fields: emptyFields, state: draftState }), requester };
  };

  return {
    epoch: async () => tables.epoch,
    load: async (ids, since) =>
      new Map(
        ids.flatMap((id) => {
          if (!tables.log.has(id)) return [];
          const known = since?.get(id) ?? 0;
          const newest = tables.snapshots.get(id) ?? null;
          const snapshot = newest !== null && newest.seq > known ? newest : null;
          const tail = after(id, snapshot?.seq ?? known);
          return [[id, { access: accessOf(id), snapshot, tail, seq: logOf(id).length }]];
        }),
      ),
    tail: async (id, seq) => after(id, seq),
    latestSeqs: async (ids) => new Map(ids.flatMap((id) => (tables.log.has(id) ? [[id, logOf(id).length]] : []))),
    repairsSince: async (wanted, userId) =>
      new Map(
        wanted.flatMap(({ id, sinceSeq }) => {
          const told = after(id, sinceSeq).filter((entry) => entry.userId === userId && entry.repairs.length > 0);
          return told.length === 0 ? [] : [[id, told.map(({ seq, repairs }) => ({ seq, repairs }))]];
        }),
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
