/** [I7] G19: a device comes back after an hour, after thirty days, with 500 edits: all are applied or listed, soon. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addAction, addComment } from "../../shared/document/write.ts";
import { type ActionId, type CommentId, newId, type TicketId } from "../../shared/ids.ts";
import { people } from "../../shared/sample-world.ts";
import { isoTime } from "../../shared/time.ts";
import { makeTicket } from "../support/make-ticket.ts";
import { createNodeDevice, type NodeDevice } from "../support/node-device.ts";
import { type Account, call, logIn } from "../support/rest.ts";
import { createServerProcess, type ServerProcess } from "../support/server-process.ts";
import { until } from "../support/wait.ts";

const tickets = 10;
const edits = 500;
const backWithinMs = 5_000;
const me = people["creative-1"];
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const minute = 60_000;

describe("a device that was offline", () => {
  let server: ServerProcess;
  let head: Account;
  beforeAll(async () => {
    server = await createServerProcess({ DEMO: "1", DEMO_TICKETS: "20" });
    await server.start();
    head = await logIn(server.url, "creative-head");
  }, 60_000);
  afterAll(() => server.dispose(), 60_000);

  it.each([
    { name: "an hour", forMs: 60 * minute },
    { name: "thirty days", forMs: 30 * 24 * 60 * minute },
  ])(
    `$name, ${edits} edits`,
    async ({ name, forMs }) => {
      const device = await createNodeDevice(server.url, "creative-1");
      const ids: TicketId[] = [];
      for (let n = 0; n < tickets; n++) {
        ids.push(
          await makeTicket(server.url, { title: `Offline ${name} ${n}`, status: "approved", assignee: "creative-1" }),
        );
      }
      const open = ids.map((id) => device.engine.open(id));
      await until(() => open.every(({ document }) => document.phase() === "ready"), 20_000);
      device.setOnline(false);

      const said = writeOffline(device, open, forMs);
      // Meanwhile the last one is given to somebody else, and is no longer theirs to read.
      await call(server.url, head, "POST", `/tickets/${ids.at(-1)}/assign/`, {
        assigned_to: people["creative-2"].id,
        collaborators: [],
      });
      await Promise.all(open.map(({ document }) => document.drained()));
      for (const { release } of open) await release();

      device.setOnline(true);
      const startedAt = performance.now();
      await device.engine.syncNow();
      await until(() => device.engine.index.waiting.size === 0, backWithinMs);
      const tookMs = performance.now() - startedAt;

      const stored = new Set<string>();
      for (const id of ids) for (const body of await commentsOf(server, head, id)) stored.add(body);
      const listed = [...device.engine.index.refused.values()].map(({ wrote, id }) => `${wrote} ${id}`).join("\n");
      const lost = said.filter((text) => !stored.has(text) && !listed.includes(text));
      expect(lost).toEqual([]);
      // What was taken away meanwhile is refused, with its reason; all the rest is where it belongs.
      expect(said.filter((text) => stored.has(text)).length).toBeGreaterThanOrEqual(
        ((tickets - 1) * edits) / tickets - tickets,
      );
      const started = await statusOf(server, head, ids[0] as TicketId);
      expect(started).toBe("in_progress");
      console.log(
        `${edits} edits after ${name}: ${Math.round(tookMs)} ms, ${stored.size} stored, ${device.engine.index.refused.size} listed`,
      );
      await device.engine.stop();
    },
    120_000,
  );
});

/** Comments over all tickets, and a start on each, spread over the time. Answers the comments' texts. */
const writeOffline = (
  device: NodeDevice,
  open: readonly ReturnType<NodeDevice["engine"]["open"]>[],
  forMs: number,
): string[] => {
  const said: string[] = [];
  for (let n = 0; n < edits; n++) {
    device.turnClock((forMs * n) / edits);
    const doc = open[n % open.length]?.document.doc();
    if (doc === undefined) throw new Error("ten tickets are open");
    const at = isoTime(Date.now() + (forMs * n) / edits);
    if (n < open.length) {
      addAction(doc, newId<ActionId>(Date.now(), random), { type: "start", actor: me.id, at, n: 1 });
    } else {
      const body = `said ${n} while away for ${forMs}`;
      addComment(doc, newId<CommentId>(Date.now(), random), { author: me.id, body, parent: null, createdAt: at });
      said.push(body);
    }
  }
  return said;
};

const commentsOf = async (server: ServerProcess, account: Account, id: TicketId): Promise<string[]> => {
  const { body } = await call<{ results: { body: string }[] }>(server.url, account, "GET", `/tickets/${id}/comments/`);
  return body.results.map((one) => one.body);
};

const statusOf = async (server: ServerProcess, account: Account, id: TicketId): Promise<string> =>
  (await call<{ status: string }>(server.url, account, "GET", `/tickets/${id}/`)).body.status;
