/**
 * Changed list rows in the order of the transactions that wrote them. Only transactions older than every one still running
 * are read (`pg_snapshot_xmin`): a row that commits late is seen late, and never skipped, which a sequence cannot promise.
 */

import type { Fragment } from "postgres";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import type { FeedRow, FeedStore } from "../sync/feed-store.ts";
import { readableBy } from "./readable-by.ts";
import type { Sql } from "./sql.ts";

interface ChangedRow {
  id: string;
  change_xid: string;
  seq: number;
  summary: TicketSummary;
}

export const createFeedRows = (sql: Sql): FeedStore => {
  const page = async (cursor: string, limit: number, condition: Fragment) => {
    const [transaction = "0", id = ""] = cursor.split(".");
    const rows = await sql<(ChangedRow & { horizon: string })[]>`
      with horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as xid)
      select id, change_xid::text, seq, summary, horizon.xid::text as horizon
      from horizon left join lateral (
        select id, change_xid, seq, summary from tickets
        where (change_xid, id) > (${transaction || "0"}::xid8, ${id}) and change_xid < horizon.xid and ${condition}
        order by change_xid, id
        limit ${limit}
      ) changed on true`;
    const changed = rows.filter((row) => row.id !== null);
    const last = changed.at(-1);
    const more = changed.length === limit;
    // Past the last page everything below the horizon has been read; what it holds next time is new.
    const next = more && last !== undefined ? `${last.change_xid}.${last.id}` : `${rows[0]?.horizon ?? transaction}.`;
    return { rows: changed.map(toFeedRow), cursor: next, more };
  };
  return {
    changedRows: (cursor, limit) => page(cursor, limit, sql`true`),
    readableRows: (person, directory, cursor, limit) => page(cursor, limit, readableBy(sql, person, directory)),
    countReadable: async (person, directory) => {
      const [row] = await sql<{ count: number }[]>`
        select count(*) as count from tickets where ${readableBy(sql, person, directory)}`;
      return row?.count ?? 0;
    },
  };
};

const toFeedRow = ({ seq, summary }: ChangedRow): FeedRow => ({ seq, summary });
