import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import type { TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { encodePush, encodeSync } from "../../shared/protocol/messages.ts";
import { people } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { settle } from "../testing/sync/fake-clock.ts";
import { createFakeLink } from "../testing/sync/fake-link.ts";
import { awarenessFrame } from "../testing/sync/server-frame.ts";
import { createSockets, type Socket, type Sockets } from "../testing/sync/sockets.ts";
import { createSyncWorld, type SyncWorld, type Writer } from "../testing/sync/sync-world.ts";

const mib = 1024 * 1024;
const step1 = encodeSync(0, new Uint8Array([0]));
const nothing = encodeSync(2, new Uint8Array([0, 0]));

let world: SyncWorld;
let sockets: Sockets;
let id: TicketId;
let writer: Writer;
beforeEach(async () => {
  world = createSyncWorld();
  sockets = createSockets(world);
  id = world.ticket("requested");
  writer = await world.as("marketing-1", id, 50);
});
const receive = async ({ connection }: Socket, ...frames: Uint8Array[]) => {
  for (const frame of frames) connection.receive(frame);
  await settle();
};
/** What it was shown, as digests: comparing the bytes themselves takes seconds. */
const entriesOf = ({ link }: Socket) =>
  [...link.of("update"), ...link.of("entry")].map(({ update }) => createHash("sha256").update(update).digest("hex"));
let written = 0;
/** Writes so many bytes into the ticket. */
const write = async (bytes: number) => {
  const comment = {
    author: people["marketing-1"].id,
    body: "x".repeat(9_000),
    parent: null,
    createdAt: "2026-03-04T09:00:00Z",
  };
  for (let left = bytes; left > 0; left -= 450_000)
    await writer.submit(
      writer.edit((doc) => {
        for (let i = 0; i < Math.min(50, left / 9_000); i++) doc.getMap(roots.comments).set(`c${written++}`, comment);
      }),
    );
};

describe("[T40] [W8] a client that reads slowly", () => {
  it.each(["plain", "rich"] as const)(
    "is sent no more than what is held for it, and then what it missed: %s",
    async (kind) => {
      const slow = await sockets[kind]("marketing-head", id);
      const quick = await sockets[kind]("creative-head", id);
      slow.link.isRead = false;
      await write(4 * mib);
      expect(slow.link.peakBytes).toBeLessThanOrEqual(2 * mib);
      expect(slow.link.closedWith).toBeNull();
      slow.link.isRead = true;
      slow.link.drain();
      await world.clock.advance(2 * limits.stalledLookMs);
      expect(entriesOf(slow)).toEqual(entriesOf(quick));
      await writer.write((doc) => doc.getMap(roots.fields).set("title", "A"));
      expect(slow.link.frames.length).toBe(quick.link.frames.length);
    },
  );

  it("misses nothing that is committed while it catches up", async () => {
    const slow = await sockets.rich("marketing-head", id);
    slow.link.isRead = false;
    await write(2 * mib);
    const tail = world.store.tail;
    let isFirst = true;
    world.store.tail = async (...asked) => {
      const read = await tail(...asked);
      if (isFirst) {
        isFirst = false;
        await writer.write((doc) => doc.getMap(roots.fields).set("title", "just then"));
      }
      return read;
    };
    slow.link.isRead = true;
    slow.link.drain();
    await world.clock.advance(2 * limits.stalledLookMs);
    await writer.write((doc) => doc.getMap(roots.fields).set("title", "afterwards"));
    const seqs = slow.link.of("entry").map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, i) => i + 2));
    expect(seqs.at(-1)).toBe(world.tables.log.get(id)?.length);
  });

  it("gets no presence meanwhile", async () => {
    const slow = await sockets.plain("marketing-head", id);
    const other = await sockets.plain("marketing-1", id);
    slow.link.isRead = false;
    await write(1.5 * mib);
    const held = slow.link.bufferedBytes();
    await receive(other, awarenessFrame({ clientId: 7, clock: 1, state: { cursor: 1 } }));
    expect(slow.link.bufferedBytes()).toBe(held);
  });

  it("is sent away when it keeps asking for the whole document", async () => {
    await write(2 * mib);
    const slow = await sockets.plain("marketing-head", id);
    slow.link.isRead = false;
    for (let i = 0; i < limits.fullSyncsPer10s; i++) await receive(slow, step1);
    expect(slow.link.peakBytes).toBeLessThanOrEqual(limits.bufferedHardBytes);
    expect(slow.link.closedWith?.code).toBe(closeCodes.tryLater);
  });

  it("is not sent what was put back faster than it reads either", async () => {
    const slow = await sockets.rich("marketing-1", id);
    slow.link.isRead = false;
    for (let i = 0; i < 20 && slow.link.closedWith === null; i++) {
      const update = writer.edit((doc) => doc.getMap(roots.fields).set("title", "x".repeat(500_000)));
      await receive(slow, encodePush({ ref: i, update }));
    }
    expect(slow.link.peakBytes).toBeLessThanOrEqual(limits.bufferedHardBytes);
    slow.link.isRead = true;
    slow.link.drain();
    await world.clock.advance(2 * limits.stalledLookMs);
    expect(slow.link.of("repaired").map(({ seq }) => seq)).toEqual(slow.link.of("entry").map(({ seq }) => seq));
    expect(slow.link.of("entry")).toHaveLength(20);
  });

  it("still gets a document larger than what is held: there is no smaller answer", async () => {
    await write(4.4 * mib);
    const reader = await sockets.plain("marketing-head", id);
    reader.link.isRead = false;
    reader.link.drain();
    await receive(reader, step1);
    expect(reader.link.bufferedBytes()).toBeGreaterThan(limits.bufferedHardBytes);
    expect(reader.link.closedWith).toBeNull();
  });
});

describe("[T39] a client that sends too fast", () => {
  it("is sent away one frame past the burst", async () => {
    const socket = await sockets.plain("marketing-1", id);
    await receive(socket, ...Array<Uint8Array>(limits.framesBurst).fill(nothing));
    expect(socket.link.closedWith).toBeNull();
    await receive(socket, nothing);
    expect(socket.link.closedWith?.code).toBe(closeCodes.tooMany);
  });

  it("may send on at the rate that is allowed, for ever", async () => {
    const socket = await sockets.plain("marketing-1", id);
    for (let second = 0; second < 60; second++) {
      await receive(socket, ...Array<Uint8Array>(limits.framesPerSecond).fill(nothing));
      await world.clock.advance(1_000);
    }
    expect(socket.link.closedWith).toBeNull();
  });

  it("may ask for the document so often and no more", async () => {
    const socket = await sockets.plain("marketing-1", id);
    await receive(socket, ...Array<Uint8Array>(limits.fullSyncsPer10s).fill(step1));
    expect(socket.link.of("step2")).toHaveLength(limits.fullSyncsPer10s);
    await world.clock.advance(10_000 / limits.fullSyncsPer10s);
    await receive(socket, step1);
    expect(socket.link.closedWith).toBeNull();
    await receive(socket, step1);
    expect(socket.link.closedWith?.code).toBe(closeCodes.tooMany);
  });

  it("[W6] has presence beyond the allowed rate held back, of which the newest is shown, and stays", async () => {
    const [sender, watcher] = [await sockets.plain("marketing-1", id), await sockets.plain("marketing-head", id)];
    const states = Array.from({ length: limits.awarenessPerSecond + 5 }, (_, i) =>
      awarenessFrame({ clientId: 7, clock: i + 1, state: { cursor: i } }),
    );
    await receive(sender, ...states);
    expect(watcher.link.of("awareness")).toHaveLength(limits.awarenessPerSecond);
    await world.clock.advance(1_000);
    const shown = watcher.link.of("awareness").map((frame) => frame.states[0]?.state.cursor);
    expect([shown.length, shown.at(-1)]).toEqual([limits.awarenessPerSecond + 1, limits.awarenessPerSecond + 4]);
    expect(sender.link.closedWith).toBeNull();
  });
});

describe("[T19] [W1] a frame", () => {
  it("is as large as the limit and no larger", async () => {
    const big = (bytes: number) => {
      const frame = new Uint8Array(bytes);
      frame.set(encodeSync(2, new Uint8Array([0, 0])));
      return frame;
    };
    const socket = await sockets.plain("marketing-1", id);
    await receive(socket, big(limits.frameBytes));
    expect(socket.link.closedWith?.code).not.toBe(closeCodes.tooLarge);
    const other = await sockets.plain("marketing-1", id);
    await receive(other, big(limits.frameBytes + 1));
    expect(other.link.closedWith?.code).toBe(closeCodes.tooLarge);
  });

  it("waits while the ticket is being looked up, together with so many bytes and no more", async () => {
    const asked = world.ticket("requested");
    const load = world.store.load;
    let answer = () => {};
    world.store.load = async (ids) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return load(ids);
    };
    const patient = await sockets.plain("marketing-1", asked);
    await receive(patient, step1, nothing);
    const impatient = await sockets.plain("marketing-1", asked, createFakeLink());
    const large = new Uint8Array(limits.frameBytes);
    await receive(impatient, large, large, large, large, large);
    expect(impatient.link.closedWith?.code).toBe(closeCodes.tooMany);
    answer();
    await settle();
    expect(patient.link.kinds()).toEqual(["step1", "step2"]);
    expect(Y.decodeUpdate(patient.link.of("step2")[0]?.update as Uint8Array).structs).not.toEqual([]);
  });
});
