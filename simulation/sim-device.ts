/** One person's device: the real engine on a disk in memory, with a clock of its own, on a network that comes and goes. */
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import type { Person } from "../shared/access/directory.ts";
import type { TicketId } from "../shared/ids.ts";
import { decodeBulkAnswer, encodeBulkRequest } from "../shared/protocol/bulk.ts";
import { encodePush, encodeSync } from "../shared/protocol/messages.ts";
import { protocolVersion } from "../shared/protocol/version.ts";
import { createEngine, type Engine } from "../web/sync/core/engine.ts";
import { createMemoryDeviceStore, createMemoryDisk, type MemoryDisk } from "../web/sync/core/memory-device-store.ts";
import type { OpenDocument } from "../web/sync/core/open-document.ts";
import type { BulkTransport, DeviceClock, FeedPort, LinkPort } from "../web/sync/core/ports.ts";
import type { OutboxRow } from "../web/sync/core/records.ts";
import { frameReaders } from "../web/sync/core/server-frames.ts";
import type { ClientLine } from "./network.ts";
import type { PipeEnd } from "./pipe.ts";
import type { SimRandom } from "./random.ts";
import type { FeedFrame } from "./server-node.ts";
import { watchForForbidden } from "./watch-for-forbidden.ts";
import type { World } from "./world.ts";

export interface SimDevice {
  name: string;
  person: Person;
  disk: MemoryDisk;
  line: ClientLine;
  /** Null while it is switched off. */
  engine(): Engine | null;
  boot(): void;
  /** Whatever was not on disk is gone. */
  crash(): void;
  /** Crashes at storage step number `step` from now. */
  crashAtStep(step: number): void;
  open: Map<TicketId, { document: OpenDocument; release(): Promise<void> }>;
  /** Changes the engine was told are on disk: from then on none may get lost. */
  saved: OutboxRow[];
  /** Everything that ever reached the outbox, told or not. */
  written: OutboxRow[];
  /** Texts of refused changes that the person let go of. */
  discarded: { ticket: TicketId; text: string }[];
  /** A name for the next thing this device writes, found nowhere else. */
  token(): string;
  random: SimRandom;
  now(): number;
  heal(): void;
}

export const createSimDevice = (
  world: World,
  name: string,
  person: Person,
  line: ClientLine,
  skewMs: number,
): SimDevice => {
  const { schedule, plant } = world;
  const random = world.random.fork();
  const disk = createMemoryDisk();
  let engine: Engine | null = null;
  let boots = 0;
  let tokens = 0;
  let stepsToCrash = 0;
  let diskFreeAt = 0;
  let isHealed = false;
  const saved: OutboxRow[] = [];
  const written: OutboxRow[] = [];
  const keepRow = disk.outbox.set.bind(disk.outbox);
  disk.outbox.set = (n, row) => {
    written.push(row);
    return keepRow(n, row);
  };

  const start = () => {
    const mine = ++boots;
    const isMine = () => boots === mine && engine !== null;
    const clock: DeviceClock = {
      now: () => schedule.now() + skewMs,
      setTimer: (ms, callback) => schedule.after(ms, () => (boots === mine ? callback() : undefined)),
    };

    /** One transaction after the other, each whole or not at all; the device may die before or after one. */
    const transact = <Value>(what: string, work: () => Value): Promise<Value> =>
      new Promise((resolve, reject) => {
        diskFreeAt = Math.max(diskFreeAt, schedule.now()) + random.next() * 3;
        const isCrash = stepsToCrash > 0 && --stepsToCrash === 0;
        const diesBefore = random.chance(0.5);
        const fails = !isHealed && what !== "loadMeta" && what !== "loadIndex" && random.chance(0.002);
        schedule.after(diskFreeAt - schedule.now(), () => {
          if (boots !== mine) return;
          if (isCrash && !isHealed) {
            world.trace(`${name} dies ${diesBefore ? "before" : "after"} ${what}`);
            if (!diesBefore) work();
            return device.crash();
          }
          if (fails) return reject(new Error("quota"));
          try {
            resolve(work());
          } catch (error) {
            world.violated("I2", `${name}: storage threw ${error instanceof Error ? error.stack : error}`);
            reject(error);
          }
        });
      });

    const memory = createMemoryDeviceStore(disk, transact);
    const store = plant?.deviceStore?.(memory, world) ?? memory;
    const bulk = simBulk(line, person);
    const links = simLinks(world, line, person, isMine);
    engine = createEngine({
      me: person,
      store: {
        ...store,
        write: async (id, writes) => {
          const ns = await store.write(id, writes);
          const rows = (writes.addRows ?? []).map((row, i) => ({ ...row, ticketId: id, n: ns[i] ?? 0 }));
          if (boots === mine) saved.push(...rows);
          return ns;
        },
      },
      bulk: plant?.bulk?.(bulk, world) ?? bulk,
      links: plant?.links?.(links, world) ?? links,
      feed: simFeed(world, line, person, isMine),
      locks: { acquire: async () => () => {} },
      tabs: { post: () => {}, listen: () => () => {} },
      clock,
      random: random.bytes,
    });
    const booted = engine;
    booted.load().then(
      () => (isMine() ? booted.start() : undefined),
      (error) => world.violated("I2", `${name} does not start: ${error}`),
    );
  };

  const device: SimDevice = {
    name,
    person,
    disk,
    line,
    engine: () => engine,
    boot: () => {
      if (engine === null) start();
    },
    crash: () => {
      if (engine === null) return;
      world.count("device crashes");
      boots++;
      engine = null;
      device.open.clear();
      line.cutAll();
    },
    crashAtStep: (step) => {
      stepsToCrash = step;
    },
    open: new Map(),
    saved,
    written,
    discarded: [],
    random,
    token: () => `${name}w${++tokens}x`,
    now: () => schedule.now() + skewMs,
    heal: () => {
      isHealed = true;
      stepsToCrash = 0;
    },
  };
  return device;
};

const simBulk = (line: ClientLine, person: Person): BulkTransport => ({
  send: async (request) => {
    const bytes = encodeBulkRequest(request);
    const answer = await line.request((node) => node.bulk(person.id, bytes));
    if (answer === null) return { kind: "unreachable" };
    if (answer === "signedOut") return { kind: "signedOut" };
    return { kind: "answered", answer: decodeBulkAnswer(answer) };
  },
});

const reconnectMinMs = 100;
const reconnectMaxMs = 2_500;

/** What y-websocket's provider does for the browser: connects, reconnects, asks for what is missing. */
const simLinks = (world: World, line: ClientLine, person: Person, isUp: () => boolean): LinkPort => ({
  connect: (id, doc, at, events) => {
    let end: PipeEnd<Uint8Array> | null = null;
    let isOver = false;
    let failures = 0;
    watchForForbidden(world, doc, `${person.username} on ${id}`);
    const readers = frameReaders({
      ...events,
      synced: (update) => {
        failures = 0;
        events.synced(update);
      },
    });

    const dial = () => {
      if (isOver || !isUp() || end !== null) return;
      const options = { protocol: protocolVersion, ...at() };
      const mine: PipeEnd<Uint8Array> = line.dial<Uint8Array, Uint8Array>(
        {
          message: (frame) => {
            if (end !== mine || isOver || !isUp()) return;
            const decoder = decoding.createDecoder(frame);
            readers[decoding.readVarUint(decoder)]?.(decoder);
          },
          closed: (code) => {
            if (end === mine) lost(code);
          },
        },
        (node, client) => node.socket(person.id, id, options, client),
      );
      end = mine;
      mine.send(encodeSync(0, Y.encodeStateVector(doc)));
    };
    const lost = (code: number | null) => {
      end = null;
      if (isOver || !isUp()) return;
      events.closed(code);
      if (code !== null && code >= 4400 && code < 4500) return;
      world.schedule.after(Math.min(reconnectMaxMs, reconnectMinMs * 2 ** failures++), dial);
    };
    dial();

    return {
      push: (message) => end?.send(encodePush(message)),
      reconnect: () => {
        const old = end;
        end = null;
        old?.close(null);
        events.closed(null);
        dial();
      },
      close: () => {
        isOver = true;
        end?.close(null);
        end = null;
      },
    };
  },
});

const simFeed = (world: World, line: ClientLine, person: Person, isUp: () => boolean): FeedPort => ({
  connect: (cursor, events) => {
    let end: PipeEnd<never> | null = null;
    let isOver = false;
    let intake = Promise.resolve();
    const dial = () => {
      if (isOver || !isUp() || end !== null) return;
      const from = cursor();
      const mine: PipeEnd<never> = line.dial<never, FeedFrame>(
        {
          message: ({ event, cursor: at }) => {
            intake = intake.then(() => (end === mine && isUp() ? events.event(event, at) : undefined));
          },
          closed: () => {
            if (end !== mine) return;
            end = null;
            if (isOver || !isUp()) return;
            events.lost();
            world.schedule.after(1_000, dial);
          },
        },
        (node, client) => node.feed(person.id, from, client),
      );
      end = mine;
    };
    dial();
    return {
      restart: () => {
        end?.close(null);
        end = null;
        dial();
      },
      wake: dial,
      stop: () => {
        isOver = true;
        end?.close(null);
        end = null;
      },
    };
  },
});
