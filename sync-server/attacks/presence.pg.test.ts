import * as encoding from "lib0/encoding";
import { beforeAll, describe, expect, it } from "vitest";
import type { TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { people } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { awarenessFrame } from "../testing/sync/server-frame.ts";
import { connectHostile, type HostileClient, until } from "./hostile-client.ts";
import { underAttack } from "./under-attack.ts";
import { joinStock, type StockClient } from "./witness.ts";

const target = underAttack();
let id: TicketId;
beforeAll(async () => {
  id = await target().ticket("requested");
});

const join = async (username: "marketing-head" | "creative-head" = "marketing-head"): Promise<HostileClient> => {
  const socket = await connectHostile(target(), `/sync/${id}`, { token: await target().signIn(username) });
  await socket.next("step1");
  return socket;
};
/** What an honest client shows of others. */
const othersOf = ({ provider, doc }: StockClient) =>
  [...provider.awareness.getStates()].filter(([client]) => client !== doc.clientID).map(([, state]) => state);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("[T22] presence over the wire", () => {
  it("shows the connection's identity, whatever the client claims", async () => {
    const honest = await joinStock(target(), "marketing-1", id);
    const forger = await join();
    const user = { id: people.admin.id, name: "admin", color: "#ff0000" };
    forger.send(awarenessFrame({ clientId: 7, clock: 1, state: { user, cursor: null } }));
    await until(() => othersOf(honest).length === 1, 5_000, "nobody shows");
    expect(othersOf(honest)).toEqual([
      { user: { id: people["marketing-head"].id, name: "marketing-head", color: "#ff0000" }, cursor: null },
    ]);
    forger.end();
    await until(() => othersOf(honest).length === 0, 5_000, "still there");
    honest.leave();
  });

  it("nobody is kicked out, spoken for, or replaced", async () => {
    const honest = await joinStock(target(), "marketing-1", id);
    const colleague = await joinStock(target(), "creative-head", id);
    honest.provider.awareness.setLocalStateField("cursor", "here");
    await until(() => othersOf(colleague).some((state) => state.cursor === "here"), 5_000, "no cursor");
    const attacker = await join();
    const clientId = honest.doc.clientID;
    attacker.send(
      awarenessFrame({ clientId, clock: 10_000, state: null }),
      awarenessFrame({ clientId, clock: 10_001, state: { cursor: "elsewhere" } }),
      awarenessFrame({ clientId: 8, clock: 1, state: {} }, { clientId, clock: 2 ** 32, state: null }),
    );
    await pause(500);
    expect(othersOf(colleague).find((state) => state.cursor === "here")).toMatchObject({
      user: { id: people["marketing-1"].id },
    });
    expect(honest.provider.awareness.getLocalState()).toMatchObject({ cursor: "here" });
    honest.provider.awareness.setLocalStateField("cursor", "there");
    await until(() => othersOf(colleague).some((state) => state.cursor === "there"), 5_000, "deaf to the honest one");
    attacker.end();
    honest.leave();
    colleague.leave();
  });

  it("one connection is one participant, however many ids it speaks for", async () => {
    const honest = await joinStock(target(), "marketing-1", id);
    const attacker = await join();
    const crowd = Array.from({ length: 50 }, (_, i) => ({ clientId: 100 + i, clock: 1, state: { cursor: i } }));
    attacker.send(awarenessFrame(...crowd), ...crowd.map((state) => awarenessFrame(state)));
    await until(() => othersOf(honest).length > 0, 5_000, "nobody shows");
    await pause(500);
    expect(othersOf(honest)).toHaveLength(1);
    attacker.end();
    honest.leave();
  });

  it.each<[string, Uint8Array, number]>([
    [
      "more than a state may hold",
      awarenessFrame({ clientId: 7, clock: 1, state: "x".repeat(limits.awarenessBytes) }),
      closeCodes.tooLarge,
    ],
    [
      "a clock past the limit",
      awarenessFrame({ clientId: 7, clock: limits.awarenessClock + 1, state: {} }),
      closeCodes.malformed,
    ],
    [
      "a reserved key",
      awarenessFrame({ clientId: 7, clock: 1, json: '{"__proto__": {"name": "admin"}}' }),
      closeCodes.malformed,
    ],
    ["no JSON", awarenessFrame({ clientId: 7, clock: 1, json: "{" }), closeCodes.malformed],
  ])("%s ends the connection, and shows to nobody", async (_name, frame, code) => {
    const honest = await joinStock(target(), "marketing-1", id);
    const attacker = await join();
    attacker.send(frame);
    expect(await attacker.closed()).toBe(code);
    expect(othersOf(honest)).toEqual([]);
    honest.leave();
  });

  it("a flood reaches others at the pace they can bear", async () => {
    const listener = await join("creative-head");
    const attacker = await join();
    const seconds = 2;
    for (let i = 0; i < seconds * 40; i++) {
      attacker.send(awarenessFrame({ clientId: 7, clock: i + 1, state: { i } }));
      await pause(25);
    }
    await pause(500);
    const heard = listener.frames.filter((frame) => frame.kind === "awareness" && frame.states.length > 0);
    expect(heard.length).toBeLessThanOrEqual(limits.awarenessPerSecond * (seconds + 4));
    expect(heard.at(-1)).toMatchObject({ states: [{ state: { i: seconds * 40 - 1 } }] });
    attacker.end();
    listener.end();
  });

  it("a socket that fails leaves once: the others still see each other", async () => {
    const [one, two] = [await joinStock(target(), "marketing-1", id), await joinStock(target(), "creative-head", id)];
    const attacker = await join();
    // Larger than a frame may be: the socket reports an error, and then its close.
    attacker.socket.send(new Uint8Array(limits.frameBytes + 1));
    await attacker.closed();
    one.leave();
    const third = await joinStock(
      target(),
      "marketing-2" as never,
      await target().ticket("draft", { requester: "marketing-2" }),
    );
    third.leave();
    const again = await joinStock(target(), "marketing-1", id);
    again.provider.awareness.setLocalStateField("cursor", "again");
    await until(() => othersOf(two).some((state) => state.cursor === "again"), 5_000, "presence fell apart");
    again.leave();
    two.leave();
  });

  it("asking who is there is answered, and bounded like everything else", async () => {
    const attacker = await join();
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 3);
    attacker.send(...Array<Uint8Array>(limits.framesBurst + 20).fill(encoding.toUint8Array(encoder)));
    expect(await attacker.closed()).toBe(closeCodes.tooMany);
  });
});
