/** Changed rows as events that are not too large: a row may carry a long brief. */
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import { limits } from "../limits.ts";
import type { FeedRow, PlacedRow } from "./feed-store.ts";

export interface FeedPiece {
  rows: FeedRow[];
  /** Behind the last of them: whoever continues there has been sent all before it. */
  cursor: string;
}

/** `end` is where the rows' page ends. A row larger than a piece may be goes alone. */
export const inPieces = (rows: readonly PlacedRow[], end: string): FeedPiece[] => {
  const pieces: FeedPiece[] = [];
  let room = 0;
  for (const { position, ...row } of rows) {
    // One row fits whatever its size, and most changes come alone: they are not measured.
    const bytes = rows.length === 1 ? 0 : bytesOf(row.summary);
    let piece = pieces.at(-1);
    if (piece === undefined || bytes > room) {
      piece = { rows: [], cursor: position };
      pieces.push(piece);
      room = limits.feedEventBytes;
    }
    piece.rows.push(row);
    piece.cursor = position;
    room -= bytes;
  }
  const last = pieces.at(-1);
  if (last !== undefined) last.cursor = end;
  return pieces;
};

/** A change goes to many readers and is measured once. */
const measured = new WeakMap<TicketSummary, number>();
const encoder = new TextEncoder();

const bytesOf = (summary: TicketSummary): number => {
  const known = measured.get(summary);
  if (known !== undefined) return known;
  const bytes = encoder.encode(JSON.stringify(summary)).length;
  measured.set(summary, bytes);
  return bytes;
};
