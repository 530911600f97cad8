import { beforeAll, describe, expect, it } from "vitest";
import type { TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { limits } from "../limits.ts";
import { connectHostile } from "./hostile-client.ts";
import { connectRaw, upgradeRequest } from "./raw-socket.ts";
import { underAttack } from "./under-attack.ts";

const target = underAttack();
let id: TicketId;
beforeAll(async () => {
  id = await target().ticket("requested");
});
/** For the server, and for this machine's other work. */
const slackMs = 1_500;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("[T6] whoever takes too long", () => {
  it.concurrent.each<[string, string]>([
    ["says nothing", ""],
    ["stops in its first line", "GET /sync"],
    ["stops in its headers", upgradeRequest("/sync/x").slice(0, 80)],
  ])("%s: it is gone after the limit, and not before", async (_name, bytes) => {
    const raw = await connectRaw(target());
    raw.send(bytes);
    const tookMs = await raw.ended(limits.handshakeMs + slackMs);
    expect(tookMs).toBeGreaterThan(limits.handshakeMs - 100);
  });

  it.concurrent("sends its headers a letter at a time: no more time than others", async () => {
    const raw = await connectRaw(target());
    const letters = upgradeRequest(`/sync/${id}?token=none`)[Symbol.iterator]();
    const dripping = setInterval(() => raw.send(letters.next().value ?? ""), 100);
    expect(await raw.ended(limits.handshakeMs + slackMs)).toBeGreaterThan(limits.handshakeMs - 100);
    clearInterval(dripping);
  });

  it.concurrent("does not answer that it was refused: it is gone all the same", async () => {
    const raw = await connectRaw(target());
    raw.send(upgradeRequest(`/sync/${id}?token=none`));
    expect(await raw.status()).toBe(101);
    await raw.ended(limits.handshakeMs + slackMs);
  });

  it("waits for a session nobody can look up: told to come back, within the limit", async () => {
    const { sql } = target();
    const token = await target().signIn("marketing-1");
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isLocked = () => {};
    const locked = new Promise<void>((resolve) => {
      isLocked = resolve;
    });
    const lock = sql.begin(async (tx) => {
      await tx`lock table sessions in access exclusive mode`;
      isLocked();
      await held;
    });
    await locked;
    // More than there are connections to the database, one after the other: some would wait for a free one, then for the lock.
    const waiting: Promise<{ code: number; tookMs: number }>[] = [];
    for (let i = 0; i < 2 * limits.poolConnections; i++) {
      waiting.push(refusal(token));
      await pause(50);
    }
    for (const { code, tookMs } of await Promise.all(waiting)) {
      expect(code).toBe(closeCodes.tryLater);
      expect(tookMs).toBeLessThan(limits.authMs + 500);
    }
    release();
    await lock;
    const client = await connectHostile(target(), `/sync/${id}`, { token });
    expect((await client.next("step1")).stateVector.length).toBeGreaterThan(0);
    client.end();
  });

  const refusal = async (token: string) => {
    const startedAt = performance.now();
    const client = await connectHostile(target(), `/sync/${id}`, { token });
    const code = await client.closed();
    return { code, tookMs: performance.now() - startedAt };
  };
});
