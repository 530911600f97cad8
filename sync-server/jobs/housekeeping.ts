import type { Sessions } from "../auth/sessions.ts";
import { limits } from "../limits.ts";
import type { Log } from "../logging.ts";
import { forgetKeysBefore } from "../store/idempotency.ts";
import { forgetSignInTraces } from "../store/login-failures.ts";
import type { Sql } from "../store/sql.ts";

const everyMs = 3_600_000;

/** Once an hour: what nobody needs any longer goes. The answer stops it. */
export const startHousekeeping = (sql: Sql, sessions: Pick<Sessions, "deleteExpired">, log: Log): (() => void) => {
  const timer = setInterval(() => {
    clearUp(sql, sessions, Date.now()).catch((err) => log.warn({ err }, "housekeeping failed"));
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
};

/** Every made-up name somebody tries to sign in with is a row: what has no effect any more must not stay. */
export const clearUp = async (sql: Sql, sessions: Pick<Sessions, "deleteExpired">, nowMs: number): Promise<void> => {
  const before = (ms: number) => new Date(nowMs - ms).toISOString();
  await sessions.deleteExpired();
  await forgetKeysBefore(sql, before(limits.idempotencyKeyMs));
  await forgetSignInTraces(sql, {
    failures: before(limits.lockMinutes * 60_000),
    devices: before(limits.knownDeviceMs),
  });
};
