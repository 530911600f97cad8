import type { Directory, Person } from "../../shared/access/directory.ts";
import type { AccessFacts, TicketSummary } from "../../shared/ticket/summary.ts";

export interface FeedRow {
  /** The log entry the row was projected from. */
  seq: number;
  summary: TicketSummary;
}

/** A row with where in the changes it stands: a cursor there continues right behind it. */
export interface PlacedRow extends FeedRow {
  position: string;
}

export interface ChangedRow extends PlacedRow {
  /** The row that this one replaced: where in the changes it stood, and who might read it. Null for a first one. */
  former: { position: string; access: AccessFacts } | null;
}

/**
 * What the feed asks of storage. A cursor is opaque text; rows whose transaction has not ended are not read yet, so that
 * a late commit is never skipped.
 */
export interface FeedStore {
  /** Rows that changed after `cursor` (empty: all there are), oldest change first. `more` when `limit` cut them. */
  changedRows(cursor: string, limit: number): Promise<{ rows: ChangedRow[]; cursor: string; more: boolean }>;
  /** The same for what one person may read. */
  readableRows(
    person: Person,
    directory: Directory,
    cursor: string,
    limit: number,
  ): Promise<{ rows: PlacedRow[]; cursor: string; more: boolean }>;
  /** How many one person may read now; `isExact` when that is also what it was at `cursor`: no row changed since. */
  countReadable(person: Person, directory: Directory, cursor: string): Promise<{ total: number; isExact: boolean }>;
}
