import { beforeAll, describe, expect, it } from "vitest";
import type { TicketId } from "../../shared/ids.ts";
import { encodeBulkRequest } from "../../shared/protocol/bulk.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { encodeSync } from "../../shared/protocol/messages.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import { limits } from "../limits.ts";
import * as raw from "../testing/sync/raw-update.ts";
import { connectHostile, type HostileClient } from "./hostile-client.ts";
import { underAttack } from "./under-attack.ts";
import { joinStock } from "./witness.ts";

const target = underAttack();
let id: TicketId;
beforeAll(async () => {
  id = await target().ticket("requested");
});
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const repeat = <Value>(count: number, value: Value) => Array<Value>(count).fill(value);

const nothing = encodeSync(2, new Uint8Array([0, 0]));
const step1 = encodeSync(0, new Uint8Array([0]));
const join = async (): Promise<HostileClient> => {
  const client = await connectHostile(target(), `/sync/${id}`, { token: await target().signIn("marketing-head") });
  await client.next("step1");
  return client;
};
/** Whatever was sent before is dealt with. */
const dealtWith = async (client: HostileClient) => {
  client.socket.ping();
  await new Promise((resolve) => client.socket.once("pong", resolve));
};

describe("[T39] frames", () => {
  it("so many at once, and no more", async () => {
    const client = await join();
    client.send(...repeat(limits.framesBurst, nothing));
    await dealtWith(client);
    expect(client.isOpen()).toBe(true);
    client.end();
    const greedy = await join();
    // What is allowed anew while they are on their way comes on top.
    greedy.send(...repeat(limits.framesBurst + limits.framesPerSecond / 5, nothing));
    expect(await greedy.closed()).toBe(closeCodes.tooMany);
  });

  it("so many a second for as long as one likes, and no more", async () => {
    const [steady, greedy] = await Promise.all([join(), join()]);
    const perTick = limits.framesPerSecond / 10;
    let sent = 0;
    for (let tick = 0; tick < 60; tick++) {
      if (steady.isOpen()) steady.send(...repeat(perTick, nothing));
      if (greedy.isOpen()) {
        greedy.send(...repeat(2 * perTick, nothing));
        sent += 2 * perTick;
      }
      await pause(100);
    }
    expect(steady.isOpen()).toBe(true);
    expect(await greedy.closed()).toBe(closeCodes.tooMany);
    expect(sent).toBeGreaterThan(limits.framesBurst);
    steady.end();
  });

  it("of twenty sockets at once: a colleague types on meanwhile", async () => {
    const colleague = await joinStock(target(), "marketing-1", id);
    const sockets = await Promise.all(Array.from({ length: limits.socketsPerUser }, join));
    for (const socket of sockets) socket.send(...repeat(1_000, nothing));
    const startedAt = performance.now();
    colleague.doc.getMap("fields").set("title", "Typed meanwhile");
    await expect
      .poll(async () => (await target().stored(id)).visible.maps.fields, { interval: 20 })
      .toMatchObject({ title: "Typed meanwhile" });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    // Whichever comes first: the socket's own limit, or that of what may wait for one ticket.
    for (const socket of sockets) expect([closeCodes.tooMany, closeCodes.tryLater]).toContain(await socket.closed());
    colleague.leave();
  });
});

describe("[T39] the whole document", () => {
  it("is sent so often, and no more", async () => {
    const client = await join();
    client.send(...repeat(limits.fullSyncsPer10s, step1));
    for (let i = 0; i < limits.fullSyncsPer10s; i++) await client.next("step2");
    expect(client.isOpen()).toBe(true);
    client.send(step1);
    expect(await client.closed()).toBe(closeCodes.tooMany);
    expect(client.frames.filter(({ kind }) => kind === "step2")).toHaveLength(limits.fullSyncsPer10s);
  });

  it("nor is it asked for more often, where one keeps referring to what one does not send", async () => {
    const before = (await target().stored(id)).seq;
    const client = await join();
    const beyond = encodeSync(
      2,
      raw.rawUpdate([{ client: 50, start: 9, structs: [raw.any({ root: "fields", key: "title" }, 1)] }]),
    );
    client.send(...repeat(limits.fullSyncsPer10s, beyond));
    // The first of them came when it joined.
    for (let i = 0; i < limits.fullSyncsPer10s; i++) await client.next("step1");
    expect(client.isOpen()).toBe(true);
    client.send(beyond);
    expect(await client.closed()).toBe(closeCodes.tooMany);
    expect((await target().stored(id)).seq).toBe(before);
  });
});

describe("[T39] writes over HTTP", () => {
  const write = (headers: Record<string, string>) =>
    fetch(`${target().origin}/api/auth/me/`, {
      method: "PATCH",
      headers: { "content-type": "application/json", ...headers },
      body: "{}",
    });
  const statuses = async (count: number, send: (i: number) => Promise<Response>) => {
    const answers: Response[] = [];
    for (let i = 0; i < count; i += 20)
      answers.push(...(await Promise.all(Array.from({ length: Math.min(20, count - i) }, (_, k) => send(i + k)))));
    for (const answer of answers) await answer.arrayBuffer();
    return answers;
  };
  /** How many were let through, when so many a minute are and it took so long. */
  const expectAllowed = (answers: Response[], perMinute: number, tookMs: number) => {
    const allowed = answers.filter(({ status }) => status !== 429);
    expect(allowed.length).toBeGreaterThanOrEqual(perMinute);
    expect(allowed.length).toBeLessThanOrEqual(perMinute + 1 + Math.ceil((tookMs / 60_000) * perMinute));
    expect(allowed.length).toBeLessThan(answers.length);
    for (const answer of answers) if (answer.status === 429) expect(answer.headers.get("retry-after")).not.toBeNull();
  };

  it("of one session: so many a minute, by token and cookie together", async () => {
    const secret = await target().signIn("creative-1");
    const startedAt = performance.now();
    const answers = await statuses(limits.writesPerMinute + 40, (i) =>
      write(
        i % 2 === 0
          ? { authorization: `Bearer ${secret}` }
          : { cookie: `slate-session=${secret}`, origin: target().origin },
      ),
    );
    expectAllowed(answers, limits.writesPerMinute, performance.now() - startedAt);
    expect(answers.slice(0, limits.writesPerMinute).every(({ status }) => status === 200)).toBe(true);
    expect((await write({ authorization: `Bearer ${await target().signIn("creative-2")}` })).status).toBe(200);
    const reading = await fetch(`${target().origin}/api/auth/me/`, { headers: { authorization: `Bearer ${secret}` } });
    expect(reading.status).toBe(200);
  });

  it("of an address: so many a minute, whatever secrets it makes up", async () => {
    const startedAt = performance.now();
    const answers = await statuses(limits.anonymousWritesPerMinute + 100, (i) =>
      fetch(`${target().origin}/api/auth/login/`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...[{ authorization: `Bearer made-up-${i}` }, { authorization: `Basic ${i}` }, {}][i % 3],
        },
        body: "{}",
      }),
    );
    expectAllowed(answers, limits.anonymousWritesPerMinute, performance.now() - startedAt);
    expect((await write({ authorization: `Bearer ${await target().signIn("creative-3")}` })).status).toBe(200);
  });

  it("of bulk sync: so many a minute", async () => {
    const authorization = `Bearer ${await target().signIn("creative-1")}`;
    const body = encodeBulkRequest({ version: protocolVersion, epoch: "", tickets: [] }) as Uint8Array<ArrayBuffer>;
    const startedAt = performance.now();
    const answers = await statuses(limits.bulksPerMinute + 60, () =>
      fetch(`${target().origin}/api/sync`, {
        method: "POST",
        headers: { "content-type": "application/octet-stream", authorization },
        body,
      }),
    );
    expectAllowed(answers, limits.bulksPerMinute, performance.now() - startedAt);
    expect(answers[0]?.status).toBe(200);
  });
});
