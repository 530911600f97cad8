import { expect, it } from "vitest";
import { people } from "../../shared/sample-world.ts";
import { beginTry } from "../auth/lockout.ts";
import { createSessions } from "../auth/sessions.ts";
import { limits } from "../limits.ts";
import { isKnownDevice, rememberDevice } from "../store/login-failures.ts";
import { createTestApp } from "../testing/test-app.ts";
import { clearUp } from "./housekeeping.ts";

const { sql } = await createTestApp();
const startMs = Date.UTC(2026, 10, 23, 9);
const iso = (ms: number) => new Date(ms).toISOString();
const tryAt = (nowMs: number, username: string) =>
  beginTry(sql, { username, userId: null, address: username, device: null, nowMs });
const failures = async () => (await sql`select from login_failures`).length;

it("forgets wrong passwords once they lock nothing any more, not before", async () => {
  for (let guess = 0; guess < limits.wrongPasswords; guess++) await tryAt(startMs, "locked");
  const lockMs = limits.lockMinutes * 60_000;
  const counted = await failures();
  expect(counted).toBeGreaterThan(0);
  await clearUp(sql, createSessions(sql), startMs + lockMs);
  expect(await failures()).toBe(counted);
  expect((await tryAt(startMs + lockMs - 1, "locked")).kind).toBe("locked");
  await clearUp(sql, createSessions(sql), startMs + 2 * lockMs + 1);
  expect(await failures()).toBe(0);
});

it("forgets a device that has not been used for as long as its cookie lives", async () => {
  const id = people["marketing-1"].id;
  await rememberDevice(sql, "device", id, iso(startMs));
  await clearUp(sql, createSessions(sql), startMs + limits.knownDeviceMs);
  expect(await isKnownDevice(sql, "device", id, iso(0))).toBe(true);
  await clearUp(sql, createSessions(sql), startMs + limits.knownDeviceMs + 1);
  expect(await isKnownDevice(sql, "device", id, iso(0))).toBe(false);
});
