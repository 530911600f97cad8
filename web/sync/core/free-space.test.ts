import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { writeFields } from "../../../shared/document/write.ts";
import type { TicketId } from "../../../shared/ids.ts";
import { people } from "../../../shared/sample-world.ts";
import { draftState, emptyFields, type Status } from "../../../shared/ticket/ticket.ts";
import { isoTime } from "../../../shared/time.ts";
import type { RefusedChange } from "../device.ts";
import { createEngine, type Engine } from "./engine.ts";
import { createFakeClock, type FakeClock } from "./fake-schedule.ts";
import { createMemoryDeviceStore, createMemoryDisk, type MemoryDisk } from "./memory-device-store.ts";
import type { FeedEvents } from "./ports.ts";

const idOf = (i: number) => `0190a000-0000-7000-8000-${String(i).padStart(12, "0")}` as TicketId;
const [open, done, other] = [idOf(1), idOf(2), idOf(3)];

const bytes = (): Uint8Array => {
  const doc = new Y.Doc();
  writeFields(doc, { title: "As served" });
  return Y.encodeStateAsUpdate(doc);
};

describe("giving the device room", () => {
  let disk: MemoryDisk;
  let clock: FakeClock;
  let engine: Engine;
  let feed: FeedEvents;
  let isUp: boolean;
  let asked: TicketId[];

  const boot = async () => {
    engine = createEngine({
      me: people["marketing-1"],
      store: createMemoryDeviceStore(disk),
      bulk: {
        send: async ({ tickets }) => {
          if (!isUp) return { kind: "unreachable" };
          asked.push(...tickets.map(({ id }) => id));
          const answers = tickets.map(({ id, updates }) => ({
            id,
            status: "synced" as const,
            seq: 3,
            results: updates.map(() => ({ kind: "acked" as const })),
            diff: bytes(),
            missed: [],
          }));
          return { kind: "answered", answer: { version: 1, epoch: "e1", serverNow: clock.now(), tickets: answers } };
        },
      },
      links: { connect: () => ({ push: () => {}, reconnect: () => {}, close: () => {} }) },
      feed: {
        connect: (_cursor, events) => {
          feed = events;
          return { restart: () => {}, wake: () => {}, stop: () => {} };
        },
      },
      locks: { acquire: async () => () => {} },
      tabs: { post: () => {}, listen: () => () => {} },
      clock,
      random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    });
    await engine.load();
    engine.start();
    await clock.pass(0);
  };

  const list = (id: TicketId, status: Status, seq = 3) => {
    const state = { ...draftState, status };
    const summary = { id, fields: emptyFields, state, brief: "", commentCount: 0, lastComment: null };
    return feed.event({ type: "summaries", rows: [{ seq, summary }] }, "c1");
  };

  const lookAt = async (id: TicketId) => {
    const { document, release } = engine.open(id);
    await clock.pass(1_000);
    return { document, release };
  };

  beforeEach(async () => {
    [disk, clock, isUp, asked] = [createMemoryDisk(), createFakeClock(), true, []];
    await boot();
    await list(open, "in_progress");
    await list(done, "completed");
    await list(other, "completed");
    await feed.event({ type: "ready", epoch: "e1", total: 3 }, "c2");
    for (const id of [done, other]) await (await lookAt(id)).release();
    await clock.pass(1_000);
    asked = [];
  });

  const free = (openElsewhere: TicketId[] = []) => engine.freeSpace(new Set(openElsewhere));

  it("takes what is over, and leaves what is not", async () => {
    expect(engine.spareTickets()).toEqual([done, other]);
    expect(await free()).toBe(2);
    expect([...disk.documents.keys()]).toEqual([open]);
    expect(engine.spareTickets()).toEqual([]);
  });

  it("leaves the rows of lists, and fetches nothing before it is opened", async () => {
    await free();
    await clock.pass(60_000);
    expect(engine.listRow(done)?.state.status).toBe("completed");
    expect(asked).toEqual([]);
    const { document } = await lookAt(done);
    expect([document.phase(), asked]).toEqual(["ready", [done]]);
    expect([...disk.documents.keys()].sort()).toEqual([open, done]);
  });

  it("takes no ticket that is open in this tab, or in another", async () => {
    await lookAt(done);
    expect(await free([other])).toBe(0);
    expect(disk.documents.size).toBe(3);
  });

  it("[I2] takes no ticket with something unsent", async () => {
    isUp = false;
    const { document, release } = await lookAt(done);
    writeFields(document.doc(), { title: "Mine" });
    await release();
    isUp = true;
    expect(engine.spareTickets()).toEqual([other]);
    await free();
    expect(disk.documents.has(done)).toBe(true);
  });

  it("[I7] takes no ticket with something refused", async () => {
    const refused = { id: "r1", ticket: done, what: "fields", key: "title", wrote: "Mine", code: "forbidden" };
    const change = { ...refused, title: "", facts: {}, at: isoTime(0) } as RefusedChange;
    disk.refused.set(change.id, change);
    await boot();
    expect(engine.spareTickets()).toEqual([other]);
  });

  it("takes nothing while the server cannot be reached, from where it would come back", async () => {
    feed.lost();
    expect(await free()).toBe(0);
    expect(disk.documents.size).toBe(3);
  });

  it("fetches one again that is worked on again", async () => {
    await free();
    await list(done, "in_progress", 4);
    await clock.pass(1_000);
    expect(disk.documents.has(done)).toBe(true);
  });
});
