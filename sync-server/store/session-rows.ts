import type { UserId } from "../../shared/ids.ts";
import type { Sql } from "./sql.ts";

export interface SessionRow {
  /** SHA-256 of the session's secret, hex. */
  id: string;
  public_id: string;
  user_id: UserId;
  expires_at: string;
  created_at: string;
  last_seen_at: string;
  user_agent: string;
  address: string;
}

const columns = (sql: Sql) =>
  sql`sessions.id, public_id, user_id, expires_at, sessions.created_at, last_seen_at, user_agent, address`;

/** Of an active account only. */
export const sessionByHash = async (sql: Sql, id: string): Promise<(SessionRow & { username: string }) | null> => {
  const [row] = await sql<(SessionRow & { username: string })[]>`
    select ${columns(sql)}, username from sessions join users on users.id = user_id
    where sessions.id = ${id} and users.status = 'active'`;
  return row ?? null;
};

export const sessionsOfUser = async (sql: Sql, userId: UserId): Promise<SessionRow[]> =>
  sql<SessionRow[]>`select ${columns(sql)} from sessions where user_id = ${userId} order by last_seen_at desc`;

export const insertSession = async (sql: Sql, row: Omit<SessionRow, "public_id">): Promise<void> => {
  await sql`
    insert into sessions (id, user_id, expires_at, created_at, last_seen_at, user_agent, address)
    values (${row.id}, ${row.user_id}, ${row.expires_at}, ${row.created_at}, ${row.last_seen_at}, ${row.user_agent}, ${row.address})`;
};

export const extendSession = async (sql: Sql, id: string, expiresAt: string): Promise<void> => {
  await sql`update sessions set expires_at = ${expiresAt} where id = ${id}`;
};

export const touchSession = async (sql: Sql, id: string, at: string): Promise<void> => {
  await sql`update sessions set last_seen_at = ${at} where id = ${id}`;
};

export const deleteSession = async (sql: Sql, id: string): Promise<void> => {
  await sql`delete from sessions where id = ${id}`;
};

/** All of a person's sessions; `but` (a public id) stays. */
export const deleteSessionsOfUser = async (sql: Sql, userId: UserId, but: string | null): Promise<void> => {
  await sql`delete from sessions where user_id = ${userId} and public_id is distinct from ${but}`;
};

/** One session of a person, by its public id, or all but one (`but`); answers how many. Their devices will be told. */
export const revokeSessions = async (
  sql: Sql,
  userId: UserId,
  which: { only: string } | { but: string },
  now: string,
): Promise<number> => {
  const chosen = "only" in which ? sql`public_id = ${which.only}` : sql`public_id <> ${which.but}`;
  const rows = await sql`
    with gone as (delete from sessions where user_id = ${userId} and ${chosen} returning id)
    insert into revoked_sessions (id, revoked_at) select id, ${now} from gone returning id`;
  return rows.length;
};

export const isRevoked = async (sql: Sql, id: string): Promise<boolean> => {
  const rows = await sql`select id from revoked_sessions where id = ${id}`;
  return rows.length === 1;
};

/** No device that old is told anything any more. */
export const deleteOldRevocations = async (sql: Sql, before: string): Promise<void> => {
  await sql`delete from revoked_sessions where revoked_at <= ${before}`;
};

export const deleteExpiredSessions = async (sql: Sql, now: string): Promise<void> => {
  await sql`delete from sessions where expires_at <= ${now}`;
};

/** Which of these are over: deleted, expired, or of somebody who is no longer active. */
export const endedSessions = async (
  sql: Sql,
  publicIds: readonly string[],
  bounds: { now: string; createdAfter: string },
): Promise<string[]> => {
  if (publicIds.length === 0) return [];
  const rows = await sql<{ id: string }[]>`
    select wanted.id from unnest(${sql.typed.texts(publicIds)}::text[]) as wanted (id)
    where not exists (
      select from sessions join users on users.id = user_id
      where public_id = wanted.id::uuid and expires_at > ${bounds.now}
        and sessions.created_at > ${bounds.createdAfter} and users.status = 'active'
    )`;
  return rows.map(({ id }) => id);
};
