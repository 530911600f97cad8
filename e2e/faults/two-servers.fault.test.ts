/** [I1] [I5] S9, G6: two servers on one database; a second server on the same folder. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Account, call, listTickets, logIn } from "../support/rest.ts";
import { createServerProcess, type ServerProcess } from "../support/server-process.ts";
import { until } from "../support/wait.ts";
import { commentIds } from "./comment-ids.ts";
import { startTypist } from "./typist.ts";

const races = 20;

describe("two servers", () => {
  let one: ServerProcess;
  let two: ServerProcess;
  let approver: Account;
  let folder: string;

  beforeAll(async () => {
    // A path too long for a unix socket: the embedded database then listens on loopback, where a second server reaches it.
    folder = mkdtempSync(join(tmpdir(), `slate-${"long-".repeat(16)}`));
    one = await createServerProcess({ DEMO: "1", DEMO_TICKETS: "200", DATA_DIR: folder });
    await one.start();
    two = await createServerProcess({ DATABASE_URL: databaseUrl(one) });
    await two.start();
    approver = await logIn(one.url, "creative-head");
  }, 60_000);
  afterAll(async () => {
    await two.dispose();
    await one.dispose();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it("on one database converge: everybody sees everything, whichever they write to", async () => {
    const ticket = (await listTickets(one.url, approver, "&status=in_progress"))[0]?.id ?? "";
    const typists = [one, two, one, two].map((server) =>
      startTypist(() => server.url, approver.token, approver.userId, ticket as never, 50),
    );
    await until(() => typists.every((typist) => typist.acked.length >= 40), 40_000);
    for (const typist of typists) typist.pause();
    await until(() => typists.every((typist) => typist.waiting() === 0), 10_000);
    const all = new Set(typists.flatMap((typist) => typist.acked));
    await until(() => typists.every((typist) => [...all].every((id) => typist.seen.has(id))), 10_000);
    const held = await commentIds(two.url, approver, ticket);
    expect([...all].filter((id) => !held.has(id))).toEqual([]);
    for (const typist of typists) typist.stop();
  }, 90_000);

  it(`accept one of two racing approvals, ${races} times`, async () => {
    const admin = await logIn(two.url, "admin");
    const waiting = await listTickets(one.url, approver, "&status=pending_creative");
    expect(waiting.length).toBeGreaterThan(0);
    for (const { id } of waiting.slice(0, races)) {
      const answers = await Promise.all([
        call(one.url, approver, "POST", `/tickets/${id}/approve/`, {}),
        call(two.url, admin, "POST", `/tickets/${id}/approve/`, {}),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  }, 60_000);

  it("on one folder: the second refuses in one line", async () => {
    const intruder = await createServerProcess({ DATA_DIR: one.dataDir });
    await expect(intruder.start()).rejects.toThrow(/ended with [1-9]/);
    const lines = intruder.output().trim().split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/another .*server/i);
    expect((await fetch(`${one.url}/api/health/`)).status).toBe(200);
  }, 30_000);
});

const databaseUrl = ({ dataDir }: ServerProcess): string => {
  const read = (name: string) => readFileSync(join(dataDir, name), "utf8").trim();
  return `postgres://slate:${encodeURIComponent(read("postgres-password"))}@127.0.0.1:${read("postgres-port")}/postgres`;
};
