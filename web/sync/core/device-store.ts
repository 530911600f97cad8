/**
 * What the engine asks of storage on the device. Dexie implements it (browser/dexie-store.ts), tests and the simulation
 * have one in memory. Every method is one transaction: after a crash all of it is there or nothing, and it resolves only
 * when it is on disk. Methods reject when the device cannot store.
 */

import type { ActionId, TicketId } from "../../../shared/ids.ts";
import type { DirectoryRows } from "../../../shared/protocol/feed.ts";
import type { KeptDecision, RefusedChange, SeenBrief } from "../device.ts";
import type { OutboxRow, StoredTicket, SummaryRow, TicketWrites } from "./records.ts";

export interface DeviceMeta {
  /** Which history of the server this device holds; empty before the first contact. */
  epoch: string;
  /** Where the feed continues; empty for the beginning. */
  feedCursor: string;
  directory: DirectoryRows | null;
  /** Device clock, milliseconds since 1970; 0 for never. */
  lastContact: number;
  /** Server clock minus device clock at the last contact, milliseconds. */
  clockOffsetMs: number;
}

export const emptyMeta: DeviceMeta = { epoch: "", feedCursor: "", directory: null, lastContact: 0, clockOffsetMs: 0 };

/** An outbox row without its bytes. */
export type OutboxEntry = Omit<OutboxRow, "update">;

/** What is held in memory about every ticket; no document bytes. */
export interface StoredIndex {
  summaries: SummaryRow[];
  outbox: OutboxEntry[];
  /** How far the server-known state of each ticket on the device reaches. */
  known: Map<TicketId, number>;
  refused: RefusedChange[];
  /** Ids of refused changes their author has let go of. */
  discarded: string[];
}

export interface DeviceStore {
  loadMeta(): Promise<DeviceMeta>;
  saveMeta(change: Partial<DeviceMeta>): Promise<void>;
  /** The whole index, or that of some tickets (refused changes always come whole). */
  loadIndex(ids?: readonly TicketId[]): Promise<StoredIndex>;
  /** A ticket that is not there comes back empty. */
  loadTicket(id: TicketId): Promise<StoredTicket>;
  /** Several, in the order of `ids`. */
  loadTickets(ids: readonly TicketId[]): Promise<StoredTicket[]>;
  /** Outbox rows of tickets, in order of `n`. */
  loadRows(ids: readonly TicketId[]): Promise<Map<TicketId, OutboxRow[]>>;
  /** Writes without looking; answers the `n` of each added row. */
  write(id: TicketId, writes: TicketWrites): Promise<number[]>;
  /** Looks and writes: `change` sees what is stored and answers what to write, null for nothing. It may not wait. */
  change(ids: readonly TicketId[], change: (id: TicketId, stored: StoredTicket) => TicketWrites | null): Promise<void>;
  /** Summaries as the feed told them, with the cursor behind them; older ones than the stored are left out. */
  saveSummaries(rows: readonly SummaryRow[], feedCursor: string): Promise<void>;
  /** Never shown again, even if the server tells of it once more. */
  discardRefused(id: string): Promise<void>;
  /** The briefs of a ticket this person has looked at, the latest look first. They go with the ticket. */
  loadSeen(id: TicketId): Promise<SeenBrief[]>;
  /** Replaces an earlier look at the same brief. The oldest looks go where all of them become too large. */
  keepSeen(seen: SeenBrief): Promise<void>;
  /** In the order of their ids. */
  loadDecisions(): Promise<KeptDecision[]>;
  keepDecisions(decisions: readonly KeptDecision[]): Promise<void>;
  dropDecisions(ids: readonly ActionId[]): Promise<void>;
}
