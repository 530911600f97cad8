/** What the device keeps, as plain records. */
import type { ActionId, TicketId } from "../../../shared/ids.ts";
import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import type { RefusedChange, WaitingChange } from "../device.ts";

/** One local change that the server has not acknowledged. */
export interface OutboxRow {
  /** Order across all tickets of the device; never used twice. */
  n: number;
  ticketId: TicketId;
  update: Uint8Array;
  /** Content merges with its neighbours on the way; an action is always judged on its own. */
  kind: "content" | "action";
  what: WaitingChange["what"];
  /** Under which id the action stands; null for content. */
  actionId: ActionId | null;
  /** The Yjs client id that wrote it. */
  client: number;
  /** Device clock, milliseconds since 1970. */
  madeAt: number;
}
export type NewOutboxRow = Omit<OutboxRow, "n" | "ticketId">;

/** Log entries `after + 1` to `seq` as the server told them, merged. `after === seq`: adds to what `seq` is known to hold. */
export interface KnownRange {
  after: number;
  seq: number;
  update: Uint8Array;
}

/** Everything kept for one ticket. Server-known state (`bytes` up to `since`, then `tail`) never contains local changes. */
export interface StoredTicket {
  bytes: Uint8Array | null;
  since: number;
  tail: KnownRange[];
  /** In order of `n`. */
  rows: OutboxRow[];
}

export interface SummaryRow {
  /** The log entry it was worked out from. */
  seq: number;
  summary: TicketSummary;
}

/** What one transaction changes about one ticket. */
export interface TicketWrites {
  /** Replaces document and tail; null removes them. */
  document?: { bytes: Uint8Array; since: number } | null;
  /** Added to the tail, after `document`. Left out where nothing is stored to add it to: the ticket was purged meanwhile. */
  tail?: KnownRange[];
  addRows?: NewOutboxRow[];
  dropRows?: number[];
  /** Kept where no row of that id is kept or was discarded before. */
  refused?: RefusedChange[];
  /** Replaces an older row; null removes it. */
  summary?: SummaryRow | null;
  /** Bytes that do not decode, set aside for support. */
  quarantine?: Uint8Array[];
}
