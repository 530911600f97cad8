import type { UserId } from "../../shared/ids.ts";
import type { Sql } from "./sql.ts";

export type KeyState =
  | { kind: "new" }
  /** Answered before: the same answer again. */
  | { kind: "answered"; status: number; body: string }
  /** The first request with it is still under way. */
  | { kind: "running" }
  /** Used for something else. */
  | { kind: "other" };

/** Takes the key for one request. A request that never got its answer frees it after `abandonedBefore`. */
export const takeKey = async (
  sql: Sql,
  {
    userId,
    key,
    hash,
    now,
    abandonedBefore,
  }: { userId: UserId; key: string; hash: string; now: string; abandonedBefore: string },
): Promise<KeyState> => {
  const taken = await sql`
    insert into idempotency_keys as known (user_id, key, request_hash, created_at)
    values (${userId}, ${key}, ${hash}, ${now})
    on conflict (user_id, key) do update set created_at = excluded.created_at
    where known.status is null and known.created_at < ${abandonedBefore} and known.request_hash = excluded.request_hash
    returning key`;
  if (taken.length === 1) return { kind: "new" };
  const [row] = await sql<{ request_hash: string; status: number | null; body: string | null }[]>`
    select request_hash, status, body from idempotency_keys where user_id = ${userId} and key = ${key}`;
  if (row === undefined || (row.request_hash === hash && row.status === null)) return { kind: "running" };
  if (row.request_hash !== hash) return { kind: "other" };
  return { kind: "answered", status: row.status ?? 0, body: row.body ?? "" };
};

export const saveAnswer = async (sql: Sql, userId: UserId, key: string, answer: { status: number; body: string }) => {
  await sql`
    update idempotency_keys set status = ${answer.status}, body = ${answer.body}
    where user_id = ${userId} and key = ${key}`;
};

/** What went wrong may be tried again under the same key. */
export const freeKey = async (sql: Sql, userId: UserId, key: string): Promise<void> => {
  await sql`delete from idempotency_keys where user_id = ${userId} and key = ${key}`;
};

export const forgetKeysBefore = async (sql: Sql, before: string): Promise<void> => {
  await sql`delete from idempotency_keys where created_at < ${before}`;
};
