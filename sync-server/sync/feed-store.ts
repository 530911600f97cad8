import type { Directory, Person } from "../../shared/access/directory.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";

export interface FeedRow {
  /** The log entry the row was projected from. */
  seq: number;
  summary: TicketSummary;
}

/**
 * What the feed asks of storage. A cursor is opaque text; rows whose transaction has not ended are not read yet, so that
 * a late commit is never skipped.
 */
export interface FeedStore {
  /** Rows that changed after `cursor` (empty: all there are), oldest change first. `more` when `limit` cut them. */
  changedRows(cursor: string, limit: number): Promise<{ rows: FeedRow[]; cursor: string; more: boolean }>;
  /** The same for what one person may read. */
  readableRows(
    person: Person,
    directory: Directory,
    cursor: string,
    limit: number,
  ): Promise<{ rows: FeedRow[]; cursor: string; more: boolean }>;
  countReadable(person: Person, directory: Directory): Promise<number>;
}
