import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots, serverClientId } from "../../shared/document/layout.ts";
import type { TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { encodePush, encodeSync } from "../../shared/protocol/messages.ts";
import { limits } from "../limits.ts";
import * as raw from "../testing/sync/raw-update.ts";
import { briefClient } from "../testing/sync/sync-world.ts";
import { connectHostile } from "./hostile-client.ts";
import { joinLongWriter } from "./long-writer.ts";
import { underAttack } from "./under-attack.ts";
import { joinStock, watchTicket } from "./witness.ts";

const target = underAttack(["an update could not be applied"]);
let id: TicketId;
beforeAll(async () => {
  id = await target().ticket("requested");
});

const one = (client: number, start: number, ...structs: raw.RawStruct[]) => raw.rawUpdate([{ client, start, structs }]);
const title = { root: "fields", key: "title" };
/** One past what the requester's brief holds. */
const next = async () =>
  Y.decodeStateVector(Y.encodeStateVector((await target().stored(id)).doc)).get(briefClient) ?? 0;

/** Sends the update as a stock client does, in both sync messages, and as the own app does; nothing may come through. */
const attack = async (update: Uint8Array, code: number, reason: string) => {
  const witness = await watchTicket(target(), "marketing-1", id);
  const token = await target().signIn("marketing-head");
  for (const step of [1, 2] as const) {
    const stock = await connectHostile(target(), `/sync/${id}`, { token });
    await stock.next("step1");
    stock.send(encodeSync(step, update));
    expect(await stock.closed()).toBe(code);
  }
  const own = await connectHostile(target(), `/sync/${id}`, { token, query: "protocol=1&since=0" });
  await own.next("welcome");
  own.send(encodePush({ ref: 1, update }));
  expect(await own.next("refused")).toMatchObject({ ref: 1, code: reason });
  own.end();
  await witness.expectUntouched();
  expect((await target().stored(id)).seq).toBe(witness.before.seq);
  witness.leave();
};

describe("[T16] nobody writes under another's client id", () => {
  it.each<[string, (clock: number) => Uint8Array]>([
    ["13 bytes of GC that would erase what they wrote offline", (clock) => one(briefClient, clock, raw.gc(1400))],
    ["a gap", (clock) => one(briefClient, clock, raw.skip(5))],
    ["a value", (clock) => one(briefClient, clock, raw.any(title, "Mine"))],
    ["a value after a repetition of all they wrote", (clock) => one(briefClient, 0, raw.gc(clock), raw.gc(1))],
    ["the server's", () => one(serverClientId, 99, raw.gc(1))],
  ])("%s", async (_name, make) => {
    await attack(make(await next()), closeCodes.foreignClientId, "foreign_client_id");
  });

  it("and what the one it belongs to wrote offline arrives whole afterwards", async () => {
    const offline = await joinStock(target(), "marketing-1", id, 4_711);
    offline.doc.getMap(roots.comments).set("c1", comment("online"));
    await expect.poll(async () => (await target().stored(id)).visible.maps.comments).toHaveProperty("c1");
    offline.provider.disconnect();
    offline.doc.getMap(roots.comments).set("c2", comment("x".repeat(1_400)));
    await attack(one(4_711, 1, raw.gc(1_400)), closeCodes.foreignClientId, "foreign_client_id");
    offline.provider.connect();
    await expect.poll(async () => (await target().stored(id)).visible.maps.comments).toHaveProperty("c2");
    expect(offline.doc.getMap(roots.comments).get("c2")).toEqual(comment("x".repeat(1_400)));
    offline.leave();
  });
});

const comment = (body: string) => ({
  author: "0190a000-0000-7000-8100-000000000003",
  body,
  parent: null,
  createdAt: "2026-03-04T09:00:00.000Z",
});

describe("[T17] no bytes kill a room", () => {
  it.each<[string, number[]]>([
    ["25 bytes with a clock past 2^53", [1, 1, 50, 255, 255, 255, 255, 255, 255, 255, 255, 127, 0, 1, 0]],
    ["13 bytes that claim 33 million structs", [1, 128, 128, 128, 16, 50, 0, 0, 1, 0, 0, 0, 0]],
    ["bytes that are nothing", [255, 255, 255, 255]],
    ["no bytes", []],
    [
      "27 bytes of the second encoding",
      [0, 0, 5, 165, 227, 167, 240, 6, 1, 0, 0, 1, 4, 4, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0],
    ],
  ])("%s", async (_name, bytes) => {
    await attack(Uint8Array.from(bytes), closeCodes.malformed, "malformed");
  });

  it("crafted neighbours that take Yjs half a minute", async () => {
    const text = raw.type({ root: "description" }, 6);
    const letters = raw.text({ parent: [50, 0] }, "a".repeat(8_000));
    const rivals = Array.from({ length: 8_000 }, (_, i) => raw.text({ right: [50, 1 + i] }, "b"));
    await attack(one(50, 0, text, letters, ...rivals), closeCodes.malformed, "malformed");
  });
});

describe("[T18] nothing that refers to what is not there is kept", () => {
  it("4,000 such updates leave no trace, and none reaches another client", async () => {
    const witness = await watchTicket(target(), "marketing-1", id);
    const token = await target().signIn("marketing-head");
    let closed = 0;
    for (let sent = 0; sent < 4_000; ) {
      const client = await connectHostile(target(), `/sync/${id}`, { token });
      await client.next("step1");
      for (let i = 0; i < limits.framesBurst && sent < 4_000; i++, sent++)
        client.send(encodeSync(2, one(50, 5 + i, raw.any({ root: "comments", key: `k${sent}` }, "x".repeat(90)))));
      if ((await client.closed()) === closeCodes.tooMany) closed++;
    }
    expect(closed).toBe(Math.ceil(4_000 / limits.framesBurst));
    await witness.expectUntouched();
    expect((await target().stored(id)).seq).toBe(witness.before.seq);
    witness.leave();
  });
});

describe("[T19] nothing is larger than it may be", () => {
  const many = (count: number, make: (i: number) => raw.RawSection) =>
    raw.rawUpdate(Array.from({ length: count }, (_, i) => make(i)));

  it("a frame: the socket is closed before it is read", async () => {
    const token = await target().signIn("marketing-head");
    const client = await connectHostile(target(), `/sync/${id}`, { token });
    await client.next("step1");
    client.send(new Uint8Array(limits.frameBytes + 1));
    expect(await client.closed()).toBe(1009);
  });

  it("client ids, structs, depth", async () => {
    const ids = many(limits.clientsPerUpdate + 1, (i) => ({ client: 50 + i, start: 0, structs: [raw.gc(1)] }));
    await attack(ids, closeCodes.tooLarge, "too_large");
    const structs = one(50, 0, ...Array(limits.structsPerUpdate + 1).fill(raw.gc(1)));
    await attack(structs, closeCodes.tooLarge, "too_large");
    const nested = Array.from({ length: 8_000 }, (_, i) =>
      raw.type(i === 0 ? { root: "description" } : { parent: [50, i - 1] }, 3, "blockquote"),
    );
    await attack(one(50, 0, ...nested), closeCodes.malformed, "malformed");
  });

  it("roots: 20,000 unknown ones", async () => {
    const unknown = Array.from({ length: limits.structsPerUpdate }, (_, i) => raw.any({ root: `r${i}`, key: "k" }, 1));
    await attack(one(50, 0, ...unknown), closeCodes.malformed, "unknown_root");
  });

  it("a document: what would make it so is refused, and it can still be opened", async () => {
    const own = await target().ticket("requested");
    const writer = await joinLongWriter(target(), "marketing-1", own, 50);
    const fill = async () => {
      for (;;) await writer.write(100, "new");
    };
    await expect(fill()).rejects.toThrow("too_large");
    writer.leave();
    const size = Y.encodeStateAsUpdate((await target().stored(own)).doc).length;
    expect(size).toBeGreaterThan(limits.docBytes - limits.updateBytes);
    expect(size).toBeLessThanOrEqual(limits.docBytes);
    const reader = await joinStock(target(), "marketing-head", own);
    expect(Y.encodeStateVector(reader.doc).length).toBeGreaterThan(1);
    reader.leave();
  });
});

describe("[T20] reserved keys and values that poison the list", () => {
  const nul = (encoder: Parameters<raw.RawStruct>[0]) => raw.any(title, "a\0")(encoder);
  it.each<[string, raw.RawStruct]>([
    ["__proto__ as a key", raw.any({ root: "fields", key: "__proto__" }, { isAdmin: true })],
    ["constructor in a value", raw.any(title, { a: [{ constructor: 1 }] })],
    ["prototype as a mark", raw.format({ parent: [briefClient, 0] }, "prototype", "1")],
    ["__proto__ in a mark", raw.format({ parent: [briefClient, 0] }, "link", '{"__proto__": 1}')],
    ["NUL", nul],
    ["a big integer", raw.any(title, 1n)],
    ["not a number", raw.any(title, Number.NaN)],
  ])("%s", async (_name, struct) => {
    await attack(one(50, 0, struct), closeCodes.malformed, "unsafe_value");
  });
});
