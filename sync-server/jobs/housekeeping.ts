import type { Sessions } from "../auth/sessions.ts";
import { limits } from "../limits.ts";
import type { Log } from "../logging.ts";
import { forgetKeysBefore } from "../store/idempotency.ts";
import type { Sql } from "../store/sql.ts";

const everyMs = 3_600_000;

/** Once an hour: what nobody needs any longer goes. The answer stops it. */
export const startHousekeeping = (sql: Sql, sessions: Sessions, log: Log): (() => void) => {
  const clean = async () => {
    await sessions.deleteExpired();
    await forgetKeysBefore(sql, new Date(Date.now() - limits.idempotencyKeyMs).toISOString());
  };
  const timer = setInterval(() => {
    clean().catch((err) => log.warn({ err }, "housekeeping failed"));
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
};
