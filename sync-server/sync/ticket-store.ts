/**
 * What the sync core asks of storage. PostgreSQL implements it (store/postgres-ticket-store.ts), the simulation has one in memory with
 * crash points; both pass store/ticket-store-contract.ts.
 */
import type { TicketId, UserId } from "../../shared/ids.ts";
import type { Repair } from "../../shared/protocol/repair.ts";
import type { AccessFacts, TicketSummary } from "../../shared/ticket/summary.ts";
import type { WorkflowEvent } from "../../shared/workflow/events.ts";

/** One accepted change of one person, repairs and rulings included. */
export interface LogEntry {
  seq: number;
  update: Uint8Array;
  userId: UserId;
  /** Server time, milliseconds since 1970. */
  at: number;
  /** Told to `userId` only. */
  repairs: Repair[];
}

/** An entry on its way in. `entryId` (a UUID) lets a retry after an unknown commit outcome find what it wrote. */
export interface NewEntry extends LogEntry {
  entryId: string;
  events: WorkflowEvent[];
}

/** Everything one ticket wants committed together; entries are contiguous from `afterSeq + 1`. */
export interface TicketCommit {
  ticketId: TicketId;
  afterSeq: number;
  entries: NewEntry[];
  /** The projected row as of the last entry; absent when only the description changed (it follows in `project`). */
  summary?: TicketSummary;
}

export type CommitOutcome =
  | "committed"
  /** Another node wrote `afterSeq + 1` first: read the tail, judge again. */
  | "conflict"
  /** The database refuses what this ticket holds, and always will; the others of the batch were not held back. */
  | "failed";

export interface Snapshot {
  seq: number;
  state: Uint8Array;
  /** Yjs client id → the person it belongs to. */
  owners: ReadonlyMap<number, UserId>;
}

export interface StoredTicket {
  access: AccessFacts;
  snapshot: Snapshot | null;
  /** Entries after the snapshot, in order of seq. */
  tail: LogEntry[];
  /** The newest seq there is. */
  seq: number;
}

export interface TicketStore {
  /** Which history this database holds; changes when a backup is restored. */
  epoch(): Promise<string>;
  /**
   * Unknown tickets are absent from the answer. One round trip, but for what is broken or very young. `since`: of these, what came after that entry is enough, so
   * a snapshot is left out where the asker holds all of it.
   */
  load(ids: readonly TicketId[], since?: ReadonlyMap<TicketId, number>): Promise<Map<TicketId, StoredTicket>>;
  tail(id: TicketId, afterSeq: number): Promise<LogEntry[]>;
  /** The newest seq of each; heals lost hints from other nodes. */
  latestSeqs(ids: readonly TicketId[]): Promise<Map<TicketId, number>>;
  /** Repairs told to `userId` in entries after `sinceSeq`, whatever snapshots exist. */
  repairsSince(
    wanted: readonly { id: TicketId; sinceSeq: number }[],
    userId: UserId,
  ): Promise<Map<TicketId, { seq: number; repairs: Repair[] }[]>>;
  /**
   * All commits in one transaction, in one outcome per ticket (same order). Entries already stored under their
   * `entryId` count as committed. Throws when the database cannot answer; the outcome is then unknown.
   */
  commit(commits: readonly TicketCommit[]): Promise<CommitOutcome[]>;
  /** Writes projections that followed later (description edits); ignored where a newer seq is projected already. */
  project(rows: readonly { seq: number; summary: TicketSummary }[]): Promise<void>;
  /** Tickets whose row still lags behind their description, `limit` at most. */
  lagging(limit: number): Promise<TicketId[]>;
  saveSnapshot(id: TicketId, snapshot: Snapshot): Promise<void>;
  /** The next ticket number; numbers taken and not used leave a gap. */
  takeNumber(): Promise<number>;
}
