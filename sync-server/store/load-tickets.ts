import type { TicketId, UserId } from "../../shared/ids.ts";
import type { Repair } from "../../shared/protocol/repair.ts";
import type { AccessFacts } from "../../shared/ticket/summary.ts";
import type { LogEntry, Snapshot, StoredTicket } from "../sync/ticket-store.ts";
import type { Sql } from "./sql.ts";
import { draftAccess, ownersFromJson, snapshotHash } from "./ticket-row.ts";

interface LogRow {
  ticket_id: TicketId;
  seq: number;
  update: Uint8Array;
  user_id: UserId;
  at: string;
  repairs: Repair[] | null;
}

const rowToEntry = (row: LogRow): LogEntry => ({
  seq: row.seq,
  update: plainBytes(row.update),
  userId: row.user_id,
  at: Date.parse(row.at),
  repairs: row.repairs ?? [],
});

/** Buffers of the driver are slices of a larger one and do not compare as plain bytes do. */
const plainBytes = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * One round trip: where each ticket stands and its access facts, the newest snapshot, and the entries after it, as rows of
 * three parts.
 */
interface PartRow {
  part: "standing" | "snapshot" | "entry";
  ticket_id: TicketId;
  seq: number;
  bytes: Uint8Array | null;
  user_id: UserId | null;
  at: string | null;
  json: unknown;
  hash: Uint8Array | null;
}

/** `since`: entries the asker holds; a snapshot that says no more is not read. */
export const loadTickets = async (
  sql: Sql,
  ids: readonly TicketId[],
  since: ReadonlyMap<TicketId, number> = new Map(),
): Promise<Map<TicketId, StoredTicket>> => {
  const unique = [...new Set(ids)];
  const rows = await sql<PartRow[]>`
    with wanted as (
      select wanted.id, wanted.since, newest.seq as snapshot_seq
      from unnest(
        ${sql.typed.texts(unique)}::text[],
        ${sql.typed.texts(unique.map((id) => String(since.get(id) ?? 0)))}::text[]::bigint[]
      ) as wanted (id, since)
      left join lateral (
        select seq from snapshots where ticket_id = wanted.id and seq > wanted.since order by seq desc limit 1
      ) newest on true
    )
    select 'standing' as part, wanted.id as ticket_id, newest.seq, null::bytea as bytes, null::uuid as user_id,
      null::timestamptz as at, null::bytea as hash, case when tickets.id is not null then jsonb_build_object(
        'kind', summary->'fields'->'kind', 'status', summary->'state'->'status',
        'requester', summary->'state'->'requester', 'assignee', summary->'state'->'assignee',
        'collaborators', summary->'state'->'collaborators', 'trashed', summary->'state'->'trashed',
        'department', summary->'fields'->'department', 'suggestedAssignees', summary->'fields'->'suggestedAssignees'
      ) end as json
    from wanted
    cross join lateral (select seq from log where ticket_id = wanted.id order by seq desc limit 1) newest
    left join lateral (select id, summary from tickets where id = wanted.id limit 1) tickets on true
    union all
    select 'snapshot', wanted.id, seq, state, null, null, hash, owners
    from wanted cross join lateral (
      select seq, state, hash, owners from snapshots where ticket_id = wanted.id and seq = wanted.snapshot_seq limit 1
    ) snapshot
    union all
    select 'entry', ticket_id, log.seq, update, user_id, at, null, repairs
    from wanted cross join lateral (
      select * from log where ticket_id = wanted.id and seq > coalesce(wanted.snapshot_seq, wanted.since) order by seq
    ) log`;

  const found = new Map<TicketId, Parts>();
  for (const row of rows) collect(found, row);
  const tickets = new Map<TicketId, StoredTicket>();
  for (const [id, parts] of found) tickets.set(id, await assemble(sql, id, parts));
  return tickets;
};

interface Parts {
  seq: number;
  access: AccessFacts | null;
  snapshot: { snapshot: Snapshot; isWhole: boolean } | null;
  tail: LogEntry[];
}

const collect = (found: Map<TicketId, Parts>, row: PartRow): void => {
  const parts = found.get(row.ticket_id) ?? { seq: 0, access: null, snapshot: null, tail: [] };
  found.set(row.ticket_id, parts);
  if (row.part === "standing") {
    parts.seq = row.seq;
    parts.access = row.json as AccessFacts | null;
  } else if (row.part === "snapshot") {
    parts.snapshot = readSnapshot(
      row.seq,
      row.bytes as Uint8Array,
      row.json as [number, UserId][],
      row.hash as Uint8Array,
    );
  } else {
    parts.tail.push(
      rowToEntry({
        ...(row as unknown as LogRow),
        update: row.bytes as Uint8Array,
        repairs: row.json as Repair[] | null,
      }),
    );
  }
};

const assemble = async (sql: Sql, id: TicketId, parts: Parts): Promise<StoredTicket> => {
  let snapshot = parts.snapshot?.snapshot ?? null;
  let tail = parts.tail.sort((a, b) => a.seq - b.seq);
  if (parts.snapshot?.isWhole === false) {
    snapshot = await olderSnapshot(sql, id, parts.snapshot.snapshot.seq);
    tail = await readTail(sql, id, snapshot?.seq ?? 0);
  }
  const access = parts.access ?? draftAccess(await firstAuthor(sql, id, tail));
  return { access, snapshot, tail, seq: Math.max(parts.seq, tail.at(-1)?.seq ?? 0) };
};

const firstAuthor = async (sql: Sql, id: TicketId, [oldest]: readonly LogEntry[]): Promise<UserId> => {
  if (oldest?.seq === 1) return oldest.userId;
  const [first] = await sql<{ user_id: UserId }[]>`
    select user_id from log where ticket_id = ${id} order by seq limit 1`;
  return (first as { user_id: UserId }).user_id;
};

/** A snapshot is a cache: one whose hash is wrong is passed over, for an older one and more of the log. */
const olderSnapshot = async (sql: Sql, id: TicketId, beforeSeq: number): Promise<Snapshot | null> => {
  const rows = await sql<{ seq: number; state: Uint8Array; owners: [number, UserId][]; hash: Uint8Array }[]>`
    select seq, state, owners, hash from snapshots where ticket_id = ${id} and seq < ${beforeSeq} order by seq desc`;
  for (const row of rows) {
    const { snapshot, isWhole } = readSnapshot(row.seq, row.state, row.owners, row.hash);
    if (isWhole) return snapshot;
  }
  return null;
};

const readSnapshot = (seq: number, state: Uint8Array, owners: [number, UserId][], hash: Uint8Array) => {
  const snapshot = { seq, state: plainBytes(state), owners: ownersFromJson(owners) };
  return { snapshot, isWhole: snapshotHash(snapshot).equals(hash) };
};

export const readTail = async (sql: Sql, id: TicketId, afterSeq: number): Promise<LogEntry[]> => {
  const rows = await sql<LogRow[]>`
    select ticket_id, seq, update, user_id, at, repairs from log where ticket_id = ${id} and seq > ${afterSeq} order by seq`;
  return rows.map(rowToEntry);
};
