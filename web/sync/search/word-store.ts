import type { TicketId } from "../../../shared/ids.ts";

/** The words of a ticket's document, and which state of it they are from. */
export interface StoredWords {
  id: TicketId;
  stamp: string;
  /** With a space between. */
  words: string;
}

/** What the search asks of storage: a copy that can be made again from the documents at any time. */
export interface WordStore {
  /** Rows in order of their ids, those after `last` first; at most `count`. */
  page(last: TicketId | null, count: number): Promise<StoredWords[]>;
  get(ids: readonly TicketId[]): Promise<(StoredWords | undefined)[]>;
  put(rows: readonly StoredWords[]): Promise<void>;
  remove(ids: readonly TicketId[]): Promise<void>;
}
