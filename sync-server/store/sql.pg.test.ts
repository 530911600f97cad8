import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { createTestDatabase } from "../testing/test-database.ts";
import { createDatabaseProbe } from "./database-probe.ts";
import { isDatabaseTrouble } from "./sql.ts";

const database = await createTestDatabase();
const errorOf = (promise: PromiseLike<unknown>) =>
  Promise.resolve(promise).then(
    () => null,
    (error: unknown) => error,
  );

describe("the pool", () => {
  const pool = database.connect({ connections: 2, acquireMs: 300 });
  const busy: Promise<unknown>[] = [];
  const hold = (seconds: number) => busy.push(Promise.resolve(pool`select pg_sleep(${seconds})`));
  afterEach(async () => {
    await Promise.allSettled(busy.splice(0));
  });

  it("[T41] withdraws a statement that no connection takes in time, and goes on when one is free", async () => {
    hold(1);
    hold(1);
    const startedAt = performance.now();
    const error = await errorOf(pool`select 1`);
    expect(isDatabaseTrouble(error)).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(600);
    await sleep(800);
    expect(await pool`select 1 as one`).toEqual([{ one: 1 }]);
  });

  it("never puts a statement behind a slow one while another connection is free", async () => {
    hold(0.5);
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 10 }, () => pool`select 1`));
    expect(performance.now() - startedAt).toBeLessThan(300);
  });

  it("[T41] answers the health probe while every connection is taken", async () => {
    const probe = createDatabaseProbe(database.address);
    hold(0.5);
    hold(0.5);
    expect(await probe.isUp()).toBe(true);
    await probe.end();
  });
});

it("[T41] ends statements, lock waits and idle transactions that take too long", async () => {
  const strict = database.connect({ connections: 2, statementMs: 200, lockMs: 100 });
  expect(isDatabaseTrouble(await errorOf(strict`select pg_sleep(2)`))).toBe(true);
  await database.sql.begin(async (transaction) => {
    await transaction`lock table products`;
    expect(await errorOf(strict`select from products`)).toMatchObject({ code: "55P03" });
  });
  const [settings] = await database.sql`
    select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle`;
  expect(settings).toEqual({ statement: "5s", lock: "2s", idle: "10s" });
});

it("opens a lost connection again for the next statement", async () => {
  const pool = database.connect({ connections: 1 });
  const [{ pid } = { pid: 0 }] = await pool<{ pid: number }[]>`select pg_backend_pid() as pid`;
  await database.sql`select pg_terminate_backend(${pid})`;
  await sleep(50);
  expect(await pool`select 1 as one`).toEqual([{ one: 1 }]);
});

it("takes and gives times as ISO text, ids in arrays, large counts as numbers", async () => {
  const [row] = await database.sql`
    select ${"2026-11-23T09:40:00.000Z"}::timestamptz as at, ${database.sql.typed.texts(["a", null, 'b"\\'])}::text[] @> array['b"\\'] as quoted,
      5::bigint as count`;
  expect(row).toEqual({ at: "2026-11-23T09:40:00.000Z", quoted: true, count: 5 });
});
