import type { NewEntry, TicketCommit } from "../sync/ticket-store.ts";
import type { Sql } from "./sql.ts";
import { ticketRow } from "./ticket-row.ts";

/** A ticket whose list row will follow later, with the seq its row lags behind. */
export type Mark = { id: string; seq: number };

/**
 * Writes entries, rows, marks and events of many tickets in one statement, which is one transaction and one round trip.
 * Returns the tickets whose entries went in; the others' first entry was there already, and none of theirs was written.
 *
 * First entries are inserted in order of ticket id, so that two nodes never wait for each other in a circle; the rest
 * follow only where the first went in, so that no node ever writes behind a conflict.
 */
export const insertCommits = async (
  sql: Sql,
  commits: readonly TicketCommit[],
  marks: readonly Mark[],
): Promise<Set<string>> => {
  const rows = commits.flatMap(({ summary, entries }) => {
    const last = entries.at(-1) as NewEntry;
    return summary === undefined ? [] : [ticketRow(summary, last.seq, last.at)];
  });
  const events = commits.flatMap(({ entries }) => entries.flatMap((entry) => entry.events));
  const isTextOnly = rows.length + events.length === 0;
  const only = commits.length === 1 && commits[0]?.entries.length === 1 ? commits[0] : undefined;
  if (isTextOnly && marks.length === 0 && only !== undefined) return insertKeystroke(sql, only);
  const entries = entriesAndMarks(sql, toColumns(commits), marks);
  const inserted = isTextOnly
    ? sql<InsertedRow[]>`with ${entries} select ticket_id from first`
    : sql<InsertedRow[]>`
        with ${entries}, ${rowsAndEvents(sql, JSON.stringify(rows), JSON.stringify(events))}
        select ticket_id from first`;
  return toSet(await inserted);
};

interface InsertedRow {
  ticket_id: string;
}
const toSet = (rows: readonly InsertedRow[]) => new Set(rows.map((row) => row.ticket_id));

/** Somebody types and nobody else does: the shortest statement there is, for they see how long it takes. */
const insertKeystroke = async (sql: Sql, { ticketId, entries }: TicketCommit): Promise<Set<string>> => {
  const { seq, entryId, update, userId, at, repairs } = entries[0] as NewEntry;
  const inserted = sql<InsertedRow[]>`
    insert into log (ticket_id, seq, entry_id, update, user_id, at, repairs)
    values (
      ${ticketId}, ${seq}, ${entryId}, ${update}, ${userId}, ${new Date(at).toISOString()}, ${repairsJson(repairs)}::text::jsonb
    )
    on conflict (ticket_id, seq) do nothing
    returning ticket_id`;
  return toSet(await inserted);
};

const repairsJson = (repairs: NewEntry["repairs"]): string | null =>
  repairs.length === 0 ? null : JSON.stringify(repairs);

const toColumns = (commits: readonly TicketCommit[]) => {
  const columns = {
    ticketIds: [] as string[],
    afterSeqs: [] as string[],
    seqs: [] as string[],
    entryIds: [] as string[],
    updates: [] as Uint8Array[],
    userIds: [] as string[],
    times: [] as string[],
    repairs: [] as (string | null)[],
  };
  for (const { ticketId, afterSeq, entries } of commits) {
    for (const entry of entries) {
      columns.ticketIds.push(ticketId);
      columns.afterSeqs.push(String(afterSeq));
      columns.seqs.push(String(entry.seq));
      columns.entryIds.push(entry.entryId);
      columns.updates.push(entry.update);
      columns.userIds.push(entry.userId);
      columns.times.push(new Date(entry.at).toISOString());
      columns.repairs.push(repairsJson(entry.repairs));
    }
  }
  return columns;
};

const entriesAndMarks = (sql: Sql, columns: ReturnType<typeof toColumns>, marks: readonly Mark[]) => sql`
  input as materialized (
    select * from unnest(
      ${sql.typed.texts(columns.ticketIds)}::text[],
      ${sql.typed.texts(columns.afterSeqs)}::text[]::bigint[],
      ${sql.typed.texts(columns.seqs)}::text[]::bigint[],
      ${sql.typed.texts(columns.entryIds)}::text[]::uuid[],
      ${sql.typed.byteArrays(columns.updates)}::bytea[],
      ${sql.typed.texts(columns.userIds)}::text[]::uuid[],
      ${sql.typed.texts(columns.times)}::text[]::timestamptz[],
      ${sql.typed.texts(columns.repairs)}::text[]::jsonb[]
    ) as input (ticket_id, after_seq, seq, entry_id, update, user_id, at, repairs)
  ),
  first as (
    insert into log (ticket_id, seq, entry_id, update, user_id, at, repairs)
    select ticket_id, seq, entry_id, update, user_id, at, repairs
    from input where seq = after_seq + 1 order by ticket_id
    on conflict (ticket_id, seq) do nothing
    returning ticket_id
  ),
  rest as (
    insert into log (ticket_id, seq, entry_id, update, user_id, at, repairs)
    select ticket_id, seq, entry_id, update, user_id, at, repairs
    from input join first using (ticket_id) where seq > after_seq + 1
  ),
  marked as (
    insert into projection_pending (ticket_id, seq)
    select ticket_id, seq
    from unnest(
      ${sql.typed.texts(marks.map(({ id }) => id))}::text[],
      ${sql.typed.texts(marks.map(({ seq }) => String(seq)))}::text[]::bigint[]
    ) as mark (ticket_id, seq) join first using (ticket_id)
    order by ticket_id
    on conflict (ticket_id) do update set seq = excluded.seq
  )`;

/** `rowsJson`: `TicketRow[]`, `eventsJson`: `WorkflowEvent[]`. */
const rowsAndEvents = (sql: Sql, rowsJson: string, eventsJson: string) => sql`
  rows as materialized (select row.* from ${rowset(sql, rowsJson)} join first on first.ticket_id = row.id),
  projected as (${upsertRows(sql)}),
  unmarked as (
    delete from projection_pending using rows
    where projection_pending.ticket_id = rows.id and projection_pending.seq <= rows.seq
  ),
  told as (
    insert into events (ticket_id, action_id, type, actor, at, event)
    select event->>'ticket', event->>'action', event->>'type', (event->>'actor')::uuid, (event->>'at')::timestamptz, event
    from jsonb_array_elements(${eventsJson}::text::jsonb) as event
    join first on first.ticket_id = event->>'ticket'
    on conflict (ticket_id, action_id) do nothing
  )`;

/** JSON of `TicketRow[]` as a row source named `row`. */
export const rowset = (sql: Sql, json: string) => sql`
  jsonb_to_recordset(${json}::text::jsonb) as row (
    id text, seq bigint, at timestamptz, number bigint, kind text, status text, priority text, priority_rank smallint,
    title text, department uuid, request_type text, category text, requester uuid, assignee uuid,
    collaborators uuid[], suggested uuid[], products uuid[], deadline timestamptz,
    created_at timestamptz, submitted_at timestamptz, is_trashed boolean, words text[], summary jsonb
  )`;

/** From a row source named `rows` into `tickets`; `than` says which older rows give way: a newer one always stays. */
export const upsertRows = (sql: Sql, than = sql`<`) => sql`
  insert into tickets (
    id, seq, number, kind, status, priority, priority_rank, title, department, request_type, category, requester,
    assignee, collaborators, suggested, products, deadline, created_at, updated_at, submitted_at, is_trashed,
    words, summary
  )
  select
    id, seq, number, kind, status, priority, priority_rank, title, department, request_type, category, requester,
    assignee, collaborators, suggested, products, deadline, coalesce(created_at, at), at, submitted_at, is_trashed,
    array_to_tsvector(words), summary
  from rows order by id
  on conflict (id) do update set
    seq = excluded.seq, change_xid = pg_current_xact_id(), number = excluded.number, kind = excluded.kind,
    status = excluded.status, priority = excluded.priority, priority_rank = excluded.priority_rank,
    title = excluded.title, department = excluded.department, request_type = excluded.request_type,
    category = excluded.category, requester = excluded.requester, assignee = excluded.assignee,
    collaborators = excluded.collaborators, suggested = excluded.suggested, products = excluded.products,
    deadline = excluded.deadline,
    created_at = case
      when excluded.summary->'state'->>'createdAt' is null then tickets.created_at else excluded.created_at
    end,
    updated_at = excluded.updated_at, submitted_at = excluded.submitted_at, is_trashed = excluded.is_trashed,
    words = excluded.words, summary = excluded.summary, former_xid = tickets.change_xid,
    former_access = ${accessFactsOf(sql)}
  where tickets.seq ${than} excluded.seq`;

/** The `AccessFacts` of a row of `tickets`, as it stands before the update. */
const accessFactsOf = (sql: Sql) => sql`jsonb_build_object(
      'kind', tickets.kind, 'status', tickets.status, 'requester', tickets.requester, 'assignee', tickets.assignee,
      'collaborators', to_jsonb(tickets.collaborators), 'trashed', tickets.summary->'state'->'trashed',
      'department', tickets.department, 'suggestedAssignees', to_jsonb(tickets.suggested))`;
