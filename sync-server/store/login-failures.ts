import type { UserId } from "../../shared/ids.ts";
import type { Sql } from "./sql.ts";

/**
 * Counts one try before its password is looked at, so that parallel guesses cannot slip past the bound. Returns false
 * when the subject is locked. The try that reaches `bound` locks; a right password lifts that again (`forgetFailures`).
 */
export const countTry = async (
  sql: Sql,
  subject: string,
  {
    bound,
    now,
    lockedUntil,
    forgottenBefore,
  }: { bound: number; now: string; lockedUntil: string; forgottenBefore: string },
): Promise<boolean> => {
  const rows = await sql`
    insert into login_failures as known (subject, failures, locked_until, updated_at)
    values (${subject}, 1, ${bound <= 1 ? lockedUntil : null}, ${now})
    on conflict (subject) do update set
      failures = case when known.locked_until is not null or known.updated_at < ${forgottenBefore} then 1 else known.failures + 1 end,
      locked_until = case
        when known.locked_until is not null or known.updated_at < ${forgottenBefore} then null
        when known.failures + 1 >= ${bound} then ${lockedUntil}::timestamptz
      end,
      updated_at = ${now}
    where known.locked_until is null or known.locked_until <= ${now}
    returning subject`;
  return rows.length === 1;
};

export const forgetFailures = async (sql: Sql, subject: string): Promise<void> => {
  await sql`delete from login_failures where subject = ${subject}`;
};

/** Takes back one try that turned out right, where many people share the subject. */
export const takeBackTry = async (sql: Sql, subject: string): Promise<void> => {
  await sql`
    update login_failures set failures = greatest(failures - 1, 0), locked_until = null where subject = ${subject}`;
};

export const isKnownDevice = async (sql: Sql, id: string, userId: UserId, usedAfter: string): Promise<boolean> => {
  const rows = await sql`
    select from known_devices where id = ${id} and user_id = ${userId} and last_used_at > ${usedAfter}`;
  return rows.length === 1;
};

export const rememberDevice = async (sql: Sql, id: string, userId: UserId, now: string): Promise<void> => {
  await sql`
    insert into known_devices (id, user_id, last_used_at) values (${id}, ${userId}, ${now})
    on conflict (id, user_id) do update set last_used_at = excluded.last_used_at`;
};

/** What no longer counts: wrong passwords that lock nothing any more, and devices not used for long. */
export const forgetSignInTraces = async (sql: Sql, before: { failures: string; devices: string }): Promise<void> => {
  await sql`
    delete from login_failures
    where updated_at < ${before.failures} and (locked_until is null or locked_until < ${before.failures})`;
  await sql`delete from known_devices where last_used_at < ${before.devices}`;
};
