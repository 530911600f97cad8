import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import type { TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { encodeSync } from "../../shared/protocol/messages.ts";
import { limits } from "../limits.ts";
import { figure, watchFigure } from "./figures.ts";
import { connectHostile, type HostileClient, until } from "./hostile-client.ts";
import { joinLongWriter } from "./long-writer.ts";
import { visibleIn } from "./target.ts";
import { underAttack } from "./under-attack.ts";
import { joinStock } from "./witness.ts";

const mib = 1024 * 1024;
/** Comments of one update: about 450 kB. */
const perUpdate = 50;
const step1 = encodeSync(0, new Uint8Array([0]));

const target = underAttack();
let id: TicketId;
beforeEach(async () => {
  id = await target().ticket("requested");
});
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const held = () => figure(target(), "slate_most_unread_bytes");
const sockets = () => figure(target(), "slate_open_sockets");
const join = async (query = ""): Promise<HostileClient> => {
  const client = await connectHostile(target(), `/sync/${id}`, {
    token: await target().signIn("marketing-head"),
    query,
  });
  await client.next("step1");
  return client;
};

describe("[T40] a reader that stops reading", () => {
  it("holds little, delays nobody, and has all it missed once it reads on", async () => {
    const [slow, writer] = [await join("protocol=1&since=0"), await joinLongWriter(target(), "marketing-1", id, 50)];
    const { doc } = await target().stored(id);
    const [typist, colleague] = [
      await joinStock(target(), "admin", id),
      await joinStock(target(), "creative-head", id),
    ];
    const latencies = async (count: number) => {
      const tookMs: number[] = [];
      for (let i = 0; i < count; i++) {
        const startedAt = performance.now();
        const word = crypto.randomUUID();
        const arrived = new Promise<void>((resolve) => {
          const look = () => {
            if (colleague.doc.getMap(roots.fields).get("title") !== word) return;
            colleague.doc.off("update", look);
            resolve();
          };
          colleague.doc.on("update", look);
        });
        typist.doc.getMap(roots.fields).set("title", word);
        await arrived;
        tookMs.push(performance.now() - startedAt);
        // Nobody types faster than they may.
        await pause(1_000 / limits.framesPerSecond);
      }
      return tookMs.sort((a, b) => a - b)[Math.floor(count * 0.95)] ?? 0;
    };
    const usualMs = await latencies(100);

    slow.socket.pause();
    const watch = watchFigure(target(), "slate_most_unread_bytes");
    await writer.write(perUpdate, "new");
    // What the kernels of both ends take does not count; beyond it the server holds what is not read, and then sends no more.
    const most = limits.bufferedSoftBytes + limits.frameBytes;
    for (let updates = 0, unchanged = 0, last = 0; unchanged < 8 && last <= most; updates++) {
      expect(updates).toBeLessThan(150);
      await writer.write(perUpdate, "again");
      const now = await held();
      unchanged = now === last && now > limits.bufferedSoftBytes ? unchanged + 1 : 0;
      last = now;
    }
    const meanwhileMs = await latencies(100);
    const peak = await watch.stop();
    expect(peak).toBeGreaterThan(limits.bufferedSoftBytes);
    expect(peak).toBeLessThanOrEqual(most);
    // A fifth more, and what this machine's other work makes of it.
    expect(meanwhileMs).toBeLessThan(1.2 * usualMs + 25);
    expect(slow.isOpen()).toBe(true);

    slow.socket.resume();
    const { seq, visible } = await target().stored(id);
    const entries = () => slow.frames.filter((frame) => frame.kind === "entry");
    await until(() => entries().at(-1)?.seq === seq, 20_000, "not all it missed");
    expect(entries().map((entry) => entry.seq)).toEqual(Array.from({ length: seq - 1 }, (_, i) => i + 2));
    for (const { update } of entries()) Y.applyUpdate(doc, update);
    expect(visibleIn(doc)).toEqual(visible);
    expect(await held()).toBe(0);
    for (const client of [typist, colleague, writer]) client.leave();
    slow.end();
  });

  it.each(["reads on afterwards", "never reads again"])(
    "and asks on: it is sent away at the limit, and %s",
    async (then) => {
      const writer = await joinLongWriter(target(), "marketing-1", id, 50);
      for (let bytes = 0; bytes < 3.5 * mib; bytes += 450_000) await writer.write(perUpdate, "new");
      writer.leave();
      await until(async () => (await sockets()) === 0, 5_000, "sockets of before");
      const watch = watchFigure(target(), "slate_most_unread_bytes");
      const slow = await join();
      slow.socket.pause();
      slow.send(...Array<Uint8Array>(limits.fullSyncsPer10s).fill(step1));
      // Or nothing: the kernels of both ends may take one answer whole, and the next is one too many all the same.
      const isPushedBack = async () => (await held()) > limits.bufferedSoftBytes || (await sockets()) === 0;
      await until(isPushedBack, limits.handshakeMs + 1_500, "neither held nor sent away");
      if (then === "reads on afterwards") {
        await pause(500);
        slow.socket.resume();
        expect(await slow.closed()).toBe(closeCodes.tryLater);
      }
      await until(async () => (await sockets()) === 0, limits.handshakeMs + 1_500, "still there");
      expect(await watch.stop()).toBeLessThanOrEqual(limits.bufferedHardBytes);
      expect(await held()).toBe(0);
      slow.end();
    },
  );
});
