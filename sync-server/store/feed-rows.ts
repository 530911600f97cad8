/**
 * Changed list rows in the order of the transactions that wrote them. Only transactions older than every one still running
 * are read (`pg_snapshot_xmin`): a row that commits late is seen late, and never skipped, which a sequence cannot promise.
 */

import type { Fragment } from "postgres";
import type { AccessFacts, TicketSummary } from "../../shared/ticket/summary.ts";
import type { ChangedRow, FeedStore } from "../sync/feed-store.ts";
import { readableBy } from "./readable-by.ts";
import type { Sql } from "./sql.ts";

interface Row {
  id: string;
  change_xid: string;
  seq: number;
  summary: TicketSummary;
  former_xid: string | null;
  former_access: AccessFacts | null;
}

export const createFeedRows = (sql: Sql): FeedStore => {
  const page = async (cursor: string, limit: number, condition: Fragment) => {
    const [transaction, id] = positionOf(cursor);
    const rows = await sql<(Row & { horizon: string })[]>`
      with horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as xid)
      select id, change_xid::text, seq, summary, former_xid::text, former_access, horizon.xid::text as horizon
      from horizon left join lateral (
        select id, change_xid, seq, summary, former_xid, former_access from tickets
        where (change_xid, id) > (${transaction}::xid8, ${id}) and change_xid < horizon.xid and ${condition}
        order by change_xid, id
        limit ${limit}
      ) changed on true`;
    const changed = rows.filter((row) => row.id !== null);
    const last = changed.at(-1);
    const more = changed.length === limit;
    // Past the last page everything below the horizon has been read; what it holds next time is new.
    const next = more && last !== undefined ? `${last.change_xid}.${last.id}` : `${rows[0]?.horizon ?? transaction}.`;
    return { rows: changed.map(toChangedRow), cursor: next, more };
  };
  return {
    changedRows: (cursor, limit) => page(cursor, limit, sql`true`),
    readableRows: async (person, directory, cursor, limit) => {
      const { rows, ...rest } = await page(cursor, limit, readableBy(sql, person, directory));
      return { ...rest, rows: rows.map(({ former: _, ...row }) => row) };
    },
    countReadable: async (person, directory, cursor) => {
      const [transaction, id] = positionOf(cursor);
      const [row] = await sql<{ total: number; is_exact: boolean }[]>`
        select
          (select count(*) from tickets where ${readableBy(sql, person, directory)}) as total,
          not exists (select 1 from tickets where (change_xid, id) > (${transaction}::xid8, ${id})) as is_exact`;
      return { total: row?.total ?? 0, isExact: row?.is_exact ?? false };
    },
  };
};

const positionOf = (cursor: string): [transaction: string, id: string] => {
  const [transaction = "", id = ""] = cursor.split(".");
  return [transaction || "0", id];
};

const toChangedRow = ({ former_xid: transaction, former_access: access, ...row }: Row): ChangedRow => ({
  seq: row.seq,
  summary: row.summary,
  position: `${row.change_xid}.${row.id}`,
  former: transaction === null || access === null ? null : { position: `${transaction}.${row.id}`, access },
});
