import type { UserId } from "../../shared/ids.ts";
import { limits } from "../limits.ts";
import { countTry, forgetFailures, isKnownDevice, takeBackTry } from "../store/login-failures.ts";
import type { Sql } from "../store/sql.ts";

/** One try to sign in, counted before the password is looked at. */
export type Try = { kind: "locked" } | { kind: "allowed"; succeeded(): Promise<void> };

/**
 * Three wrong passwords lock an account for half an hour, known or not, and thirty an address. A device that has signed
 * in to this account before has a counter of its own instead: others cannot lock its owner out.
 */
export const beginTry = async (
  sql: Sql,
  {
    username,
    userId,
    address,
    device,
    nowMs,
  }: { username: string; userId: UserId | null; address: string; device: string | null; nowMs: number },
): Promise<Try> => {
  const iso = (ms: number) => new Date(ms).toISOString();
  const lockMs = limits.lockMinutes * 60_000;
  const times = { now: iso(nowMs), lockedUntil: iso(nowMs + lockMs), forgottenBefore: iso(nowMs - lockMs) };
  const name = username.toLowerCase();

  const isOwnDevice =
    device !== null && userId !== null && (await isKnownDevice(sql, device, userId, iso(nowMs - limits.knownDeviceMs)));
  if (isOwnDevice) {
    const subject = `device:${device}:${userId}`;
    if (!(await countTry(sql, subject, { bound: limits.wrongPasswords, ...times }))) return { kind: "locked" };
    return { kind: "allowed", succeeded: () => forgetFailures(sql, subject) };
  }
  // The account first: whoever insists on a locked one does not use up the address of everybody beside them.
  const byAccount = `account:${name}`;
  if (!(await countTry(sql, byAccount, { bound: limits.wrongPasswords, ...times }))) return { kind: "locked" };
  const byAddress = `address:${address}`;
  if (!(await countTry(sql, byAddress, { bound: limits.wrongPasswordsPerAddress, ...times }))) {
    await takeBackTry(sql, byAccount);
    return { kind: "locked" };
  }
  return {
    kind: "allowed",
    succeeded: async () => {
      await forgetFailures(sql, byAccount);
      await takeBackTry(sql, byAddress);
    },
  };
};
