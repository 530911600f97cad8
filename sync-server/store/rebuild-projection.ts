import * as Y from "yjs";
import { summarize } from "../../shared/document/summarize.ts";
import { untidied } from "../../shared/document/untidied.ts";
import type { TicketId } from "../../shared/ids.ts";
import type { LogEntry } from "../sync/ticket-store.ts";
import { rowset, upsertRows } from "./commit-tickets.ts";
import { readTail } from "./load-tickets.ts";
import type { Sql } from "./sql.ts";
import { type TicketRow, ticketRow } from "./ticket-row.ts";

const ticketsAtOnce = 100;
/** Whole histories in memory together; their statements are under way at the same time. */
const historiesAtOnce = 10;

/**
 * Writes every list row again from the log alone. Safe beside running servers: a row that was projected from a newer entry
 * meanwhile stays. Returns how many tickets there are; `onProgress` hears of them as they are done.
 */
export const rebuildProjection = async (sql: Sql, onProgress: (done: number) => void = () => {}): Promise<number> => {
  let done = 0;
  let last = "";
  for (;;) {
    const ids = await nextTickets(sql, last);
    if (ids.length === 0) break;
    const rows: TicketRow[] = [];
    for (let from = 0; from < ids.length; from += historiesAtOnce) {
      const some = ids.slice(from, from + historiesAtOnce);
      const histories = await Promise.all(some.map((id) => readTail(sql, id, 0)));
      for (const [i, id] of some.entries()) rows.push(replay(id, histories[i] ?? []));
    }
    await sql`
      with rows as materialized (select row.* from ${rowset(sql, JSON.stringify(rows))}),
      projected as (${upsertRows(sql, sql`<=`)})
      delete from projection_pending using rows
      where projection_pending.ticket_id = rows.id and projection_pending.seq <= rows.seq`;
    done += ids.length;
    last = ids.at(-1) as string;
    onProgress(done);
  }
  await sql`delete from tickets where not exists (select from log where ticket_id = tickets.id)`;
  return done;
};

/** Skips from ticket to ticket along the log's key, however long each history is. */
const nextTickets = async (sql: Sql, after: string): Promise<TicketId[]> => {
  const rows = await sql<{ id: TicketId }[]>`
    with recursive walk (id, taken) as (
      (select ticket_id, 1 from log where ticket_id > ${after} order by ticket_id limit 1)
      union all
      select (select ticket_id from log where ticket_id > walk.id order by ticket_id limit 1), taken + 1
      from walk where walk.id is not null and taken < ${ticketsAtOnce}
    )
    select id from walk where id is not null`;
  return rows.map(({ id }) => id);
};

const replay = (id: TicketId, entries: readonly LogEntry[]): TicketRow => {
  const doc = untidied(new Y.Doc());
  Y.applyUpdate(doc, Y.mergeUpdates(entries.map(({ update }) => update)));
  const [first, newest] = [entries[0], entries.at(-1)];
  if (first === undefined || newest === undefined) throw new Error(`the log lost ticket ${id}`);
  const row = ticketRow(summarize(id, doc), newest.seq, newest.at);
  doc.destroy();
  return { ...row, created_at: row.created_at ?? new Date(first.at).toISOString() };
};
