/** Stories of one device with a server that says what the story needs. The simulation tells the rest. */
import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { readFields } from "../../../shared/document/read.ts";
import { setDescriptionText, writeFields } from "../../../shared/document/write.ts";
import type { TicketId } from "../../../shared/ids.ts";
import type { BulkRequest, BulkTicketAnswer } from "../../../shared/protocol/bulk.ts";
import type { FeedEvent } from "../../../shared/protocol/feed.ts";
import { people } from "../../../shared/sample-world.ts";
import { draftState, emptyFields } from "../../../shared/ticket/ticket.ts";
import { createEngine, type Engine } from "./engine.ts";
import { createFakeClock, type FakeClock } from "./fake-schedule.ts";
import { deviceLimits } from "./limits.ts";
import { createMemoryDeviceStore, createMemoryDisk, type MemoryDisk } from "./memory-device-store.ts";
import type { BulkOutcome, FeedEvents, LinkEvents } from "./ports.ts";

const me = people["marketing-1"];
const ticket = "0190a000-0000-7000-8000-000000000001" as TicketId;

/** A server's document with a title, as bytes. */
const served = (title: string): Uint8Array => {
  const doc = new Y.Doc();
  writeFields(doc, { title });
  return Y.encodeStateAsUpdate(doc);
};

describe("a device", () => {
  let disk: MemoryDisk;
  let clock: FakeClock;
  let engine: Engine;
  let feed: FeedEvents;
  let asked: BulkRequest[];
  let restarts: number;
  let answer: (request: BulkRequest) => BulkOutcome | Promise<BulkOutcome>;
  let links: LinkEvents[];

  const boot = async () => {
    let seed = 1;
    engine = createEngine({
      me,
      store: createMemoryDeviceStore(disk),
      bulk: {
        send: async (request) => {
          asked.push(request);
          return answer(request);
        },
      },
      links: {
        connect: (_id, _doc, _at, events) => {
          links.push(events);
          return { push: () => {}, reconnect: () => {}, close: () => {} };
        },
      },
      feed: {
        connect: (_cursor, events) => {
          feed = events;
          return { restart: () => void restarts++, wake: () => {}, stop: () => {} };
        },
      },
      locks: { acquire: async () => () => {} },
      tabs: { post: () => {}, listen: () => () => {} },
      clock,
      random: (count) =>
        Uint8Array.from({ length: count }, () => {
          seed = (seed * 75 + 74) % 65537;
          return seed & 255;
        }),
    });
    await engine.load();
    engine.start();
    await clock.pass(0);
  };
  const answered = (tickets: BulkTicketAnswer[], epoch = "e1"): BulkOutcome => ({
    kind: "answered",
    answer: { version: 1, epoch, serverNow: clock.now(), tickets },
  });
  const answering = (tickets: (request: BulkRequest) => BulkTicketAnswer[], epoch = "e1") => {
    answer = (request) => answered(tickets(request), epoch);
  };
  const synced = (id: TicketId, seq: number, diff: Uint8Array, results = 0): BulkTicketAnswer => ({
    id,
    status: "synced",
    seq,
    results: Array.from({ length: results }, () => ({ kind: "acked" as const })),
    diff,
    missed: [],
  });
  const tell = (event: FeedEvent, cursor = "c1") => feed.event(event, cursor);
  const listed = (seq: number, id = ticket): FeedEvent => ({
    type: "summaries",
    rows: [
      { seq, summary: { id, fields: emptyFields, state: draftState, brief: "", commentCount: 0, lastComment: null } },
    ],
  });
  const edit = async (title: string) => {
    const { document, release } = engine.open(ticket);
    await clock.pass(0);
    writeFields(document.doc(), { title });
    await document.drained();
    return { document, release };
  };

  beforeEach(async () => {
    [disk, clock, asked, links, restarts] = [createMemoryDisk(), createFakeClock(), [], [], 0];
    answer = () => ({ kind: "unreachable" });
    await boot();
  });

  const downloaded = async () => {
    answering(() => [synced(ticket, 3, served("As served"))]);
    await tell(listed(3));
    await tell({ type: "ready", epoch: "e1", total: 1 });
    await clock.pass(1_000);
    asked = [];
  };

  it("downloads what its person may read, and tells how far it is", async () => {
    answering(() => [synced(ticket, 3, served("As served"))]);
    await tell(listed(3));
    await tell({ type: "ready", epoch: "e1", total: 1 });
    expect(engine.progress()).toEqual({ done: 0, total: 1 });
    await clock.pass(1_000);
    expect(engine.progress()).toBeNull();
    expect(disk.documents.get(ticket)?.since).toBe(3);
    expect(disk.meta).toMatchObject({ epoch: "e1", feedCursor: "c1" });
  });

  it("fetches so many tickets at a time that progress shows, however many there are", async () => {
    const id = (i: number) => `0190a000-0000-7000-8000-${String(i).padStart(12, "0")}` as TicketId;
    const ids = Array.from({ length: 2 * deviceLimits.bulkFetches + 1 }, (_, i) => id(i));
    answering((request) => request.tickets.map((about) => synced(about.id, 3, served("As served"))));
    for (const one of ids) await tell(listed(3, one));
    await tell({ type: "ready", epoch: "e1", total: ids.length });
    await clock.pass(1_000);
    const { bulkFetches } = deviceLimits;
    expect(asked.map(({ tickets }) => tickets.length)).toEqual([bulkFetches, bulkFetches, 1]);
    expect(engine.progress()).toBeNull();
  });

  it("fetches what the feed says has changed since", async () => {
    await downloaded();
    answering(() => [synced(ticket, 4, served("Newer"))]);
    await tell(listed(4), "c2");
    await clock.pass(1_000);
    expect(asked[0]?.tickets).toEqual([{ id: ticket, since: 3, updates: [] }]);
    expect(engine.index.known.get(ticket)).toBe(4);
  });

  it("[I2] keeps an edit through a restart without a network, and sends it afterwards", async () => {
    await downloaded();
    answer = () => ({ kind: "unreachable" });
    await edit("Mine");
    await boot();
    expect(engine.index.waiting.get(ticket)).toHaveLength(1);
    await clock.pass(1_000);
    expect(engine.listRow(ticket)?.fields.title).toBe("Mine");
    expect(engine.contact.isReachable()).toBe(false);
    answering((request) => [synced(ticket, 4, new Uint8Array(), request.tickets[0]?.updates.length)]);
    engine.wake();
    await clock.pass(1_000);
    expect(engine.index.waiting.size).toBe(0);
    expect(engine.listRow(ticket)?.fields.title).toBe("Mine");
  });

  it("tries again with growing pauses while the server cannot be reached", async () => {
    await downloaded();
    answer = () => ({ kind: "unreachable" });
    const { release } = await edit("Mine");
    await release();
    await clock.pass(60_000);
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.length).toBeLessThan(12);
  });

  it("goes on without a session, and loses nothing", async () => {
    await downloaded();
    answer = () => ({ kind: "signedOut" });
    const { release } = await edit("Mine");
    await release();
    await clock.pass(5_000);
    expect(engine.contact.hasSessionEnded()).toBe(true);
    expect(engine.index.waiting.size).toBe(1);
  });

  it("[I7] keeps the unsent text of a ticket that is taken away", async () => {
    await downloaded();
    answer = () => ({ kind: "unreachable" });
    const { document } = await edit("Mine");
    await clock.pass(1_000);
    await tell({ type: "gone", ids: [ticket] }, "c3");
    expect(document.phase()).toBe("absent");
    expect(disk.documents.size + disk.tails.size + disk.outbox.size + disk.summaries.size).toBe(0);
    expect([...engine.index.refused.values()]).toEqual([
      expect.objectContaining({ what: "fields", key: "title", wrote: "Mine", code: "gone", title: "Mine" }),
    ]);
  });

  it("[I9] finds out what was taken away while nobody listened", async () => {
    await downloaded();
    answering(() => [{ id: ticket, status: "gone" }]);
    await tell({ type: "ready", epoch: "e1", total: 0 });
    await clock.pass(1_000);
    expect(disk.documents.size + disk.summaries.size).toBe(0);
  });

  it("[I9] asks until it is answered, and does not take an answer that was on its way before", async () => {
    await downloaded();
    let reply: (outcome: BulkOutcome) => void = () => {};
    answer = () => new Promise<BulkOutcome>((resolve) => (reply = resolve));
    await tell(listed(4), "c2");
    await clock.pass(1_000);
    const before = reply;
    answering(() => [{ id: ticket, status: "later" }]);
    await tell({ type: "ready", epoch: "e1", total: 0 });
    before(answered([synced(ticket, 4, served("Newer"))]));
    await clock.pass(0);
    expect(asked).toHaveLength(2);
    answer = () => ({ kind: "unreachable" });
    await clock.pass(10_000);
    expect(disk.summaries.size).toBe(1);
    answering(() => [{ id: ticket, status: "gone" }]);
    await clock.pass(60_000);
    expect(disk.documents.size + disk.summaries.size).toBe(0);
  });

  it("starts over with another history, keeps its own unsent text, and goes on with its own drafts", async () => {
    await downloaded();
    answer = () => ({ kind: "unreachable" });
    await edit("Written on the old history");
    const draft = engine.createDraft();
    writeFields(engine.open(draft).document.doc(), { title: "Mine" });
    await clock.pass(100);
    answering(() => [], "e2");
    await tell({ type: "ready", epoch: "e2", total: 0 });
    await clock.pass(100);
    expect(disk.meta).toMatchObject({ epoch: "e2", feedCursor: "" });
    expect(restarts).toBe(1);
    expect(disk.documents.has(ticket)).toBe(false);
    expect([...engine.index.waiting.keys()]).toEqual([draft]);
    expect([...engine.index.refused.values()]).toEqual([
      expect.objectContaining({ wrote: "Written on the old history", code: "history_replaced" }),
    ]);
  });

  it("sets a document aside that does not decode, and fetches it again", async () => {
    await downloaded();
    disk.documents.set(ticket, { bytes: Uint8Array.of(255, 255, 7), since: 3 });
    answering(() => [synced(ticket, 3, served("As served"))]);
    const { document } = engine.open(ticket);
    await clock.pass(1_000);
    expect(document.phase()).toBe("ready");
    expect(readFields(document.doc()).title).toBe("As served");
    expect(disk.quarantine).toEqual([{ ticketId: ticket, bytes: Uint8Array.of(255, 255, 7) }]);
  });

  it("says that a ticket is neither here nor there", async () => {
    answering(() => [{ id: ticket, status: "gone" }]);
    const { document } = engine.open(ticket);
    await clock.pass(1_000);
    expect(document.phase()).toBe("absent");
  });

  it("[I7] does not send what is too large for the server", async () => {
    await downloaded();
    answering((request) => [synced(ticket, 3, new Uint8Array(), request.tickets[0]?.updates.length)]);
    const { document, release } = engine.open(ticket);
    await clock.pass(0);
    setDescriptionText(document.doc(), "x".repeat(1_100_000));
    await release();
    await clock.pass(5_000);
    expect(engine.index.waiting.size).toBe(0);
    expect([...engine.index.refused.values()]).toEqual([
      expect.objectContaining({ what: "description", code: "too_large" }),
    ]);
  });

  it("asks for less when the server does not take the whole request", async () => {
    await downloaded();
    answer = () => ({ kind: "tooLarge" });
    const { release } = await edit("Mine");
    await release();
    await clock.pass(2_000);
    expect([...engine.index.refused.values()]).toEqual([expect.objectContaining({ wrote: "Mine", code: "too_large" })]);
  });

  it("makes a draft that can be written into at once", async () => {
    const id = engine.createDraft();
    const { document } = engine.open(id);
    expect(document.phase()).toBe("ready");
    writeFields(document.doc(), { title: "Mine" });
    expect(readFields(document.doc())).toMatchObject({ department: me.department, kind: "creative", title: "Mine" });
    await clock.pass(1_000);
    expect(engine.index.waiting.get(id)).toHaveLength(1);
    expect(engine.listRow(id)?.state.requester).toBe(me.id);
    expect(links).toHaveLength(1);
  });

  it("keeps nothing of a draft into which nothing was written", async () => {
    const id = engine.createDraft();
    const { release } = engine.open(id);
    await clock.pass(1_000);
    await release();
    expect([engine.index.waiting.size, disk.outbox.size, links.length]).toEqual([0, 0, 0]);
    expect(engine.listRow(id)).toBeUndefined();
  });

  it("[I1] that holds fewer rows than it may read asks the feed from the beginning, once until nothing is missing", async () => {
    await downloaded();
    expect(restarts).toBe(0);
    await feed.event({ type: "ready", epoch: "e1", total: 2 }, "cursor-2");
    await clock.pass(0);
    expect([restarts, disk.meta.feedCursor]).toEqual([1, ""]);
    await feed.event({ type: "ready", epoch: "e1", total: 2 }, "cursor-3");
    await clock.pass(0);
    expect([restarts, disk.meta.feedCursor]).toEqual([1, "cursor-3"]);
    await feed.event({ type: "ready", epoch: "e1", total: 1 }, "cursor-4");
    await feed.event({ type: "ready", epoch: "e1", total: 2 }, "cursor-5");
    await clock.pass(0);
    expect(restarts).toBe(2);
  });

  it("has everything typed on disk when it stops", async () => {
    await downloaded();
    answer = () => ({ kind: "unreachable" });
    const { document } = engine.open(ticket);
    await clock.pass(0);
    setDescriptionText(document.doc(), "Typed just now");
    const stopped = engine.stop();
    await clock.pass(10);
    await stopped;
    expect(disk.outbox.size).toBe(1);
  });
});
