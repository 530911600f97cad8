/**
 * The feed, `GET /api/feed` (server-sent events): everything a device shows that is not an open document.
 * The event id is the change cursor (opaque text); a reconnect with it continues where it stopped.
 */
import type { Directory } from "../access/directory.ts";
import type { TicketId } from "../ids.ts";
import type { TicketSummary } from "../ticket/summary.ts";

export type FeedEvent =
  /** Summaries that changed and that this person may read; `seq` is the log entry each was projected from. */
  | { type: "summaries"; rows: { seq: number; summary: TicketSummary }[] }
  /** No longer this person's to read: purge. */
  | { type: "gone"; ids: TicketId[] }
  | { type: "directory"; directory: DirectoryRows }
  /** The backlog up to the moment of connecting has been sent; `total` is the number of tickets this person may read. */
  | { type: "ready"; epoch: string; total: number };

/** A directory as JSON: its maps as rows. */
export interface DirectoryRows {
  people: Directory["people"] extends ReadonlyMap<unknown, infer Row> ? Row[] : never;
  departments: Directory["departments"] extends ReadonlyMap<unknown, infer Row> ? Row[] : never;
  products: Directory["products"] extends ReadonlyMap<unknown, infer Row> ? Row[] : never;
}

export const rowsToDirectory = (rows: DirectoryRows): Directory => ({
  people: new Map(rows.people.map((row) => [row.id, row])),
  departments: new Map(rows.departments.map((row) => [row.id, row])),
  products: new Map(rows.products.map((row) => [row.id, row])),
});

export const directoryToRows = (directory: Directory): DirectoryRows => ({
  people: [...directory.people.values()],
  departments: [...directory.departments.values()],
  products: [...directory.products.values()],
});
