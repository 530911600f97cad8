/**
 * Tickets whose description moved on while their list row has not are marked in `projection_pending`, so that a node that
 * dies leaves word. A burst of edits is marked once, by its first commit: this is what the node remembers of its marks.
 *
 * A mark is taken away by whoever knows its seq, after writing a row that holds every entry this node has sent since. So a
 * mark outlives anything it still has to say; one that outlives its reason costs one row more, written by the next sweep.
 */
import type { TicketId } from "../../shared/ids.ts";
import type { TicketCommit } from "../sync/ticket-store.ts";

export interface RowMarks {
  /** Called before the commits are sent: those that need a mark, with the seq it will have. */
  begin(commits: readonly TicketCommit[]): { id: TicketId; seq: number }[];
  /** The ticket's commit did not go in as it was sent; its mark, if it had one, may not exist. */
  forget(id: TicketId): void;
  /** The log of a ticket was read up to `seq`: entries of others may have taken our mark away. */
  seen(id: TicketId, seq: number): void;
  /** A mark somebody left behind, about to be followed by its row. */
  found(id: TicketId, seq: number): void;
  /** Called before rows are sent: the marks that can go with them. */
  settle(rows: readonly { id: TicketId; seq: number }[]): { id: TicketId; seq: number }[];
}

export const createRowMarks = (): RowMarks => {
  /** `newest`: the last entry this node has sent under the mark. */
  const own = new Map<TicketId, { mark: number; newest: number }>();
  const leftBehind = new Map<TicketId, number>();

  const markFor = (id: TicketId, rowSeq: number): number | undefined => {
    const known = own.get(id);
    if (known !== undefined && rowSeq >= known.newest) {
      own.delete(id);
      return known.mark;
    }
    const left = leftBehind.get(id);
    leftBehind.delete(id);
    return left;
  };

  return {
    begin: (commits) => {
      const wanted: { id: TicketId; seq: number }[] = [];
      for (const { ticketId: id, afterSeq, entries, summary } of commits) {
        const newest = afterSeq + entries.length;
        const known = own.get(id);
        if (summary !== undefined) own.delete(id);
        else if (known !== undefined) known.newest = newest;
        else {
          own.set(id, { mark: newest, newest });
          wanted.push({ id, seq: newest });
        }
      }
      return wanted;
    },
    forget: (id) => own.delete(id),
    seen: (id, seq) => {
      const known = own.get(id);
      if (known !== undefined && seq > known.newest) own.delete(id);
    },
    found: (id, seq) => leftBehind.set(id, seq),
    settle: (rows) =>
      rows.flatMap(({ id, seq: rowSeq }) => {
        const seq = markFor(id, rowSeq);
        return seq === undefined ? [] : [{ id, seq }];
      }),
  };
};
