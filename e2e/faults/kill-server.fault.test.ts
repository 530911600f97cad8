/** [I2] [I3] G4: kill -9 of the server at random moments under load. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Account, listTickets, logIn } from "../support/rest.ts";
import { createServerProcess, type ServerProcess } from "../support/server-process.ts";
import { pause, until } from "../support/wait.ts";
import { commentIds } from "./comment-ids.ts";
import { startTypist, type Typist } from "./typist.ts";

const kills = Number(process.env.KILLS ?? 40);
const typists = 10;
// A socket may send fifty frames a second.
const everyMs = 22;
const healthyWithinMs = 5_000;

describe("a server killed with -9 under load", () => {
  let server: ServerProcess;
  let accounts: Account[];
  let tickets: string[];

  beforeAll(async () => {
    server = await createServerProcess({ DEMO: "1" });
    await server.start();
    accounts = [await logIn(server.url, "creative-head"), await logIn(server.url, "admin")];
    const [first] = accounts;
    tickets = (await listTickets(server.url, first as Account, "&status=in_progress")).slice(0, 3).map(({ id }) => id);
    expect(tickets).toHaveLength(3);
  }, 60_000);
  afterAll(async () => {
    await server.dispose();
  }, 30_000);

  it(`loses nothing acknowledged or shown in ${kills} kills and is healthy again in time`, {
    timeout: kills * 15_000,
  }, async () => {
    const promised = new Map<string, Set<string>>(tickets.map((id) => [id, new Set()]));
    const restartMs: number[] = [];
    for (let round = 0; round < kills; round++) {
      const typing = startAll();
      await until(() => typing.some(({ typist }) => typist.acked.length > 5), 20_000);
      await pause(Math.random() * 500);
      await server.kill("SIGKILL");
      for (const { ticket, typist } of typing) {
        typist.stop();
        for (const id of [...typist.acked, ...shownByOthers(typist)]) promised.get(ticket)?.add(id);
      }
      restartMs.push(await server.start());
      for (const [ticket, ids] of promised) {
        const held = await commentIds(server.url, accounts[0] as Account, ticket);
        expect(
          [...ids].filter((id) => !held.has(id)),
          `lost in round ${round}`,
        ).toEqual([]);
      }
    }
    const total = [...promised.values()].reduce((sum, ids) => sum + ids.size, 0);
    restartMs.sort((a, b) => a - b);
    console.log(
      `${kills} kills, ${total} comments promised, restart median ${Math.round(restartMs[kills >> 1] ?? 0)} ms, longest ${Math.round(restartMs.at(-1) ?? 0)} ms`,
    );
    expect(total).toBeGreaterThan(kills * 6);
    expect(restartMs.at(-1)).toBeLessThan(healthyWithinMs);
  });

  const startAll = () =>
    Array.from({ length: typists }, (_, i) => {
      const account = accounts[i % accounts.length] as Account;
      const ticket = tickets[i % tickets.length] as string;
      return { ticket, typist: startTypist(() => server.url, account.token, account.userId, ticket as never, everyMs) };
    });
});

/** What was shown and is not the typist's own: its own are promised once acknowledged. */
const shownByOthers = (typist: Typist): string[] => [...typist.seen].filter((id) => !typist.own.has(id));
