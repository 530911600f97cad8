import { canRead } from "../../../shared/access/can.ts";
import type { TicketId } from "../../../shared/ids.ts";
import { accessFacts, type TicketSummary } from "../../../shared/ticket/summary.ts";
import type { ChangedRow, FeedRow, FeedStore } from "../../sync/feed-store.ts";

export interface MemoryFeedStore extends FeedStore {
  /** Writes a list row, in a transaction of its own. Without a seq it is one more than the last row's. */
  put(summary: TicketSummary, seq?: number): void;
}

/** List rows in the order in which they last changed. Positions are those of PostgreSQL: `<transaction>.<ticket id>`. */
export const createMemoryFeedStore = (): MemoryFeedStore => {
  const rows = new Map<TicketId, ChangedRow & { change: number }>();
  let lastChange = 0;

  const page = (cursor: string, limit: number, isWanted: (row: FeedRow) => boolean) => {
    const after = Number(cursor.split(".")[0] || "0");
    const afterId = cursor.split(".")[1] ?? "";
    const changed = [...rows.values()]
      .filter(({ change, summary }) => change > after || (change === after && summary.id > afterId))
      .filter(isWanted)
      .slice(0, limit);
    const last = changed.at(-1);
    const more = changed.length === limit;
    const next = more && last !== undefined ? `${last.change}.${last.summary.id}` : `${lastChange + 1}.`;
    return { rows: changed.map(({ change: _, ...row }) => row), cursor: next, more };
  };

  return {
    put: (summary, seq) => {
      const old = rows.get(summary.id);
      const former = old && { position: `${old.change}.${summary.id}`, access: accessFacts(old.summary) };
      rows.delete(summary.id);
      rows.set(summary.id, {
        seq: seq ?? (old?.seq ?? 0) + 1,
        summary,
        position: `${++lastChange}.${summary.id}`,
        former: former ?? null,
        change: lastChange,
      });
    },
    changedRows: async (cursor, limit) => page(cursor, limit, () => true),
    readableRows: async (person, directory, cursor, limit) => {
      const found = page(cursor, limit, ({ summary }) => canRead(person, accessFacts(summary), directory));
      return { ...found, rows: found.rows.map(({ former: _, ...row }) => row) };
    },
    countReadable: async (person, directory, cursor) => ({
      total: [...rows.values()].filter(({ summary }) => canRead(person, accessFacts(summary), directory)).length,
      isExact: page(cursor, 1, () => true).rows.length === 0,
    }),
  };
};
