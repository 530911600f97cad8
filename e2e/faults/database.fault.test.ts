/** [I2] G5: the database process dies, or stands still, under load. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Account, listTickets, logIn } from "../support/rest.ts";
import { createServerProcess, type ServerProcess } from "../support/server-process.ts";
import { pause, until } from "../support/wait.ts";
import { commentIds } from "./comment-ids.ts";
import { startTypist, type Typist } from "./typist.ts";

const kills = Number(process.env.DATABASE_KILLS ?? 5);
const stillMs = 2_000;
const healthyWithinMs = 5_000;

describe("the database under load", () => {
  let server: ServerProcess;
  let account: Account;
  let ticket: string;
  let typist: Typist;

  beforeAll(async () => {
    server = await createServerProcess({ DEMO: "1" });
    await server.start();
    account = await logIn(server.url, "creative-head");
    ticket = (await listTickets(server.url, account, "&status=in_progress"))[0]?.id ?? "";
    typist = startTypist(() => server.url, account.token, account.userId, ticket as never, 10);
    await until(() => typist.acked.length > 20, 10_000);
  }, 60_000);
  afterAll(async () => {
    typist.stop();
    await server.dispose();
  }, 30_000);

  it("stands still for two seconds: nobody is sent away, everything is acknowledged afterwards", async () => {
    const pids = databasePids(server);
    for (const pid of pids) process.kill(pid, "SIGSTOP");
    const before = typist.sent();
    await pause(stillMs);
    for (const pid of pids) process.kill(pid, "SIGCONT");
    expect(typist.sent() - before).toBeGreaterThan(100);
    await until(() => typist.acked.length >= before + 100, healthyWithinMs);
    expect(typist.closes).toEqual([]);
  }, 30_000);

  it(`is killed with -9 ${kills} times: nothing acknowledged is lost, all is well within five seconds`, async () => {
    for (let round = 0; round < kills; round++) {
      const [postmaster] = databasePids(server);
      process.kill(postmaster as number, "SIGKILL");
      const acked = typist.acked.length;
      const diedAt = performance.now();
      await until(() => typist.acked.length > acked + 20, healthyWithinMs * 2);
      expect(performance.now() - diedAt).toBeLessThan(healthyWithinMs);
      expect(server.isRunning()).toBe(true);
      const promised = [...typist.acked];
      // The pool's connections to the dead process end one by one.
      let held = new Set<string>();
      await until(async () => {
        held = await commentIds(server.url, account, ticket).catch(() => new Set<string>());
        return held.size > 0;
      }, healthyWithinMs);
      expect(
        promised.filter((id) => !held.has(id)),
        `lost in round ${round}`,
      ).toEqual([]);
    }
  }, 120_000);
});

/** The postmaster first, then its children. */
const databasePids = (server: ServerProcess): number[] => {
  const postmaster = Number(readFileSync(join(server.dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8")
    .trim()
    .split(" ")
    .map(Number);
  return [postmaster, ...children.filter((pid) => pid > 0)];
};
