import type { TicketId, UserId } from "../../shared/ids.ts";
import type { Repair } from "../../shared/protocol/repair.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import { limits } from "../limits.ts";
import type { CommitOutcome, Snapshot, TicketCommit, TicketStore } from "../sync/ticket-store.ts";
import { insertCommits, rowset, upsertRows } from "./commit-tickets.ts";
import { loadTickets, readTail } from "./load-tickets.ts";
import { createRowMarks, type RowMarks } from "./row-marks.ts";
import { isDatabaseTrouble, type Sql } from "./sql.ts";
import { ownersToJson, snapshotHash, ticketRow } from "./ticket-row.ts";

/** The log, its snapshots and the projection in PostgreSQL. */
export const createPostgresTicketStore = (sql: Sql): TicketStore => {
  const marks = createRowMarks();
  return {
    epoch: async () => {
      const [row] = await sql<{ epoch: string }[]>`select epoch from meta`;
      if (row === undefined) throw new Error("the database has no epoch");
      return row.epoch;
    },
    load: async (ids, since) => {
      const tickets = await (ids.length === 0 ? new Map() : loadTickets(sql, ids, since));
      for (const [id, { seq }] of tickets) marks.seen(id, seq);
      return tickets;
    },
    tail: async (id, afterSeq) => {
      const entries = await readTail(sql, id, afterSeq);
      marks.seen(id, entries.at(-1)?.seq ?? 0);
      return entries;
    },
    latestSeqs: (ids) => latestSeqs(sql, ids),
    repairsSince: (wanted, userId) => repairsSince(sql, wanted, userId),
    commit: (commits) => commitAll(sql, marks, commits),
    project: (rows) => project(sql, marks, rows),
    lagging: (limit) => lagging(sql, marks, limit),
    saveSnapshot: (id, snapshot) => saveSnapshot(sql, id, snapshot),
    takeNumber: async () => {
      const [row] = await sql<{ number: number }[]>`select nextval('ticket_numbers') as number`;
      return (row as { number: number }).number;
    },
  };
};

const commitAll = async (sql: Sql, marks: RowMarks, commits: readonly TicketCommit[]): Promise<CommitOutcome[]> => {
  if (commits.length === 0) return [];
  let inserted: Set<string>;
  try {
    inserted = await insertCommits(sql, commits, marks.begin(commits));
  } catch (error) {
    for (const { ticketId } of commits) marks.forget(ticketId);
    // A value the database refuses must not hold back the other tickets of the batch.
    if (isDatabaseTrouble(error) || commits.length === 1) throw error;
    return commitOneByOne(sql, marks, commits);
  }
  const outcomes: CommitOutcome[] = [];
  for (const commit of commits) {
    const isIn = inserted.has(commit.ticketId);
    if (!isIn) marks.forget(commit.ticketId);
    outcomes.push(isIn ? "committed" : await settleConflict(sql, marks, commit));
  }
  return outcomes;
};

const commitOneByOne = async (
  sql: Sql,
  marks: RowMarks,
  commits: readonly TicketCommit[],
): Promise<CommitOutcome[]> => {
  const outcomes: CommitOutcome[] = [];
  for (const commit of commits) {
    try {
      outcomes.push(...(await commitAll(sql, marks, [commit])));
    } catch (error) {
      if (isDatabaseTrouble(error)) throw error;
      outcomes.push("failed");
    }
  }
  return outcomes;
};

/** The first entry's place was taken: by another node, or by ourselves in a try whose answer was lost. */
const settleConflict = async (sql: Sql, marks: RowMarks, commit: TicketCommit): Promise<CommitOutcome> => {
  const stored = await sql<{ entry_id: string }[]>`
    select entry_id from log where ticket_id = ${commit.ticketId} and seq > ${commit.afterSeq} order by seq`;
  const ours = stored.findIndex(({ entry_id }, i) => entry_id !== commit.entries[i]?.entryId);
  const storedOfOurs = ours === -1 ? stored.length : Math.min(ours, commit.entries.length);
  if (storedOfOurs === commit.entries.length) return "committed";
  if (storedOfOurs < stored.length || storedOfOurs === 0) return "conflict";
  const rest = { ...commit, afterSeq: commit.afterSeq + storedOfOurs, entries: commit.entries.slice(storedOfOurs) };
  const [outcome] = await commitAll(sql, marks, [rest]);
  return outcome as CommitOutcome;
};

/** Marks of nodes that work on are no business of ours: they write their rows within seconds. */
const lagging = async (sql: Sql, marks: RowMarks, limit: number): Promise<TicketId[]> => {
  const rows = await sql<{ id: TicketId; seq: number }[]>`
    select pending.ticket_id as id, pending.seq
    from projection_pending pending
    cross join lateral (select at from log where ticket_id = pending.ticket_id and log.seq = pending.seq limit 1) log
    where log.at < ${new Date(Date.now() - limits.leftBehindAfterMs).toISOString()}::timestamptz
    order by pending.ticket_id limit ${limit}`;
  for (const { id, seq } of rows) marks.found(id, seq);
  return rows.map(({ id }) => id);
};

const latestSeqs = async (sql: Sql, ids: readonly TicketId[]): Promise<Map<TicketId, number>> => {
  if (ids.length === 0) return new Map();
  const rows = await sql<{ id: TicketId; seq: number }[]>`
    select wanted.id, newest.seq
    from unnest(${sql.typed.texts([...new Set(ids)])}::text[]) as wanted (id)
    cross join lateral (select seq from log where ticket_id = wanted.id order by seq desc limit 1) newest`;
  return new Map(rows.map(({ id, seq }) => [id, seq]));
};

const repairsSince = async (
  sql: Sql,
  wanted: readonly { id: TicketId; sinceSeq: number }[],
  userId: UserId,
): Promise<Map<TicketId, { seq: number; repairs: Repair[] }[]>> => {
  const found = new Map<TicketId, { seq: number; repairs: Repair[] }[]>();
  if (wanted.length === 0) return found;
  const rows = await sql<{ ticket_id: TicketId; seq: number; repairs: Repair[] }[]>`
    select wanted.id as ticket_id, log.seq, log.repairs
    from unnest(
      ${sql.typed.texts(wanted.map(({ id }) => id))}::text[],
      ${sql.typed.texts(wanted.map(({ sinceSeq }) => String(sinceSeq)))}::text[]::bigint[]
    ) as wanted (id, since)
    cross join lateral (
      select seq, repairs from log
      where ticket_id = wanted.id and user_id = ${userId} and seq > wanted.since and repairs is not null
      order by seq
    ) log
    order by wanted.id, log.seq`;
  for (const { ticket_id, seq, repairs } of rows) {
    const list = found.get(ticket_id) ?? [];
    list.push({ seq, repairs });
    found.set(ticket_id, list);
  }
  return found;
};

const project = async (
  sql: Sql,
  marks: RowMarks,
  projections: readonly { seq: number; summary: TicketSummary }[],
): Promise<void> => {
  if (projections.length === 0) return;
  const done = marks.settle(projections.map(({ seq, summary }) => ({ id: summary.id, seq })));
  const json = JSON.stringify(projections.map(({ seq, summary }) => ticketRow(summary, seq, null)));
  await sql`
    with rows as materialized (
      select row.id, row.seq, log.at, number, kind, status, priority, priority_rank, title, department, request_type,
        category, requester, assignee, collaborators, suggested, products, deadline, created_at, submitted_at,
        is_trashed, words, summary
      from ${rowset(sql, json)}
      cross join lateral (select at from log where ticket_id = row.id and log.seq = row.seq limit 1) log
    ),
    projected as (${upsertRows(sql)})
    delete from projection_pending using unnest(
      ${sql.typed.texts(done.map(({ id }) => id))}::text[],
      ${sql.typed.texts(done.map(({ seq }) => String(seq)))}::text[]::bigint[]
    ) as done (id, seq)
    where projection_pending.ticket_id = done.id and projection_pending.seq = done.seq`;
};

const saveSnapshot = async (sql: Sql, id: TicketId, snapshot: Snapshot): Promise<void> => {
  await sql`
    with saved as (
      insert into snapshots (ticket_id, seq, state, owners, hash)
      values (
        ${id}, ${snapshot.seq}, ${Buffer.from(snapshot.state)}, ${ownersToJson(snapshot.owners)}::text::jsonb,
        ${snapshotHash(snapshot)}
      )
      on conflict (ticket_id, seq) do update
        set state = excluded.state, owners = excluded.owners, hash = excluded.hash
      returning seq
    )
    delete from snapshots where ticket_id = ${id} and seq < (
      select min(seq) from (
        select seq from snapshots where ticket_id = ${id} union select seq from saved
        order by seq desc limit ${limits.snapshotsKept}
      ) kept
    )`;
};
