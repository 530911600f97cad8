import { beforeEach, describe, expect, it } from "vitest";
import type { Directory } from "../../shared/access/directory.ts";
import { newId, type TicketId } from "../../shared/ids.ts";
import { type SampleOptions, sampleTicket } from "../../shared/sample-tickets.ts";
import { departments, people, type SampleUsername, directory as sampleDirectory } from "../../shared/sample-world.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import type { Status } from "../../shared/ticket/ticket.ts";
import { limits } from "../limits.ts";
import { createFakeClock, type FakeClock, settle } from "../testing/sync/fake-clock.ts";
import { listenToFeed } from "../testing/sync/feed-listener.ts";
import { createMemoryFeedStore, type MemoryFeedStore } from "../testing/sync/memory-feed-store.ts";
import { createSeededRandom } from "../testing/sync/seeded-random.ts";
import { createFeed, type Feed } from "./feed.ts";

const random = createSeededRandom(1);
const row = (status: Status, options: SampleOptions = {}): TicketSummary => {
  const ticket = sampleTicket(status, { id: newId<TicketId>(0, random.bytes), ...options });
  return { ...ticket, commentCount: 0, lastComment: null };
};

let clock: FakeClock;
let store: MemoryFeedStore;
let directory: Directory;
let feed: Feed;
const newFeed = () =>
  createFeed({ store, epoch: async () => "e1", directory: () => directory, clock, log: { warn: () => {} } });
beforeEach(() => {
  clock = createFakeClock(0);
  store = createMemoryFeedStore();
  directory = sampleDirectory;
  feed = newFeed();
});

const listen = (username: SampleUsername, cursor = "", on = feed) => listenToFeed(on, people[username].id, cursor);
const look = () => clock.advance(limits.feedPollMs);

describe("the feed begins with all one may read", () => {
  it("[F1] the directory, the rows, then that it is complete and how many there are", async () => {
    const [mine, foreign] = [row("requested"), row("requested", { requester: "sales-1" })];
    for (const summary of [mine, foreign]) store.put(summary);
    const { events } = await listen("marketing-1");
    expect(events.map(({ type }) => type)).toEqual(["directory", "summaries", "ready"]);
    expect(events[1]).toEqual({ type: "summaries", rows: [{ seq: 1, summary: mine }] });
    expect(events[2]).toEqual({ type: "ready", epoch: "e1", total: 1 });
  });

  it("page by page, each with where to continue", async () => {
    for (let i = 0; i < limits.feedPage + 1; i++) store.put(row("requested"));
    const { events, held } = await listen("marketing-1");
    expect(events.map(({ type }) => type)).toEqual(["directory", "summaries", "summaries", "ready"]);
    expect(held().size).toBe(limits.feedPage + 1);
  });

  it("continues where it stopped, without what is known already", async () => {
    store.put(row("requested"));
    const first = await listen("marketing-1");
    first.disconnect();
    const later = row("requested");
    store.put(later);
    const again = await listen("marketing-1", first.cursor);
    expect(again.of("summaries")).toEqual([{ type: "summaries", rows: [{ seq: 1, summary: later }] }]);
    expect(again.of("ready")).toEqual([{ type: "ready", epoch: "e1", total: 2 }]);
  });

  it.each(["", "nonsense", "5.~member+own", "~~", "-1.x~member+own"])(
    "begins anew with a cursor that says nothing: %j",
    async (cursor) => {
      for (let i = 0; i < 3; i++) store.put(row("requested"));
      expect((await listen("marketing-1", cursor)).held().size).toBe(cursor.startsWith("5") ? 0 : 3);
    },
  );
});

describe("then it tells what changes", () => {
  it("soon after a nudge, at the latest at the next look", async () => {
    const listener = await listen("marketing-1");
    await look();
    store.put(row("requested"));
    feed.nudge();
    await clock.advance(limits.feedNudgeMs);
    expect(listener.held().size).toBe(1);
    store.put(row("requested"));
    await look();
    expect(listener.held().size).toBe(2);
  });

  it("[I9] [F3] to those who may read it, and to nobody else", async () => {
    const usernames = [
      "marketing-1",
      "marketing-head",
      "creative-head",
      "admin",
      "marketing-2",
      "sales-head",
      "creative-3",
    ] as const;
    const listeners = await Promise.all(usernames.map((username) => listen(username)));
    await look();
    for (const status of ["draft", "requested"] as const) store.put(row(status));
    await look();
    expect(listeners.map(({ held }) => held().size)).toEqual([2, 1, 1, 1, 0, 0, 0]);
    expect(JSON.stringify(listeners[4]?.events.slice(1))).not.toContain("Sample");
  });

  it("to one whose backlog took longer, without leaving anything out", async () => {
    const early = await listen("marketing-1");
    await look();
    const readable = store.readableRows;
    store.readableRows = async (...asked) => {
      const page = await readable(...asked);
      store.put(row("requested"));
      await look();
      return page;
    };
    const late = await listen("marketing-head");
    store.readableRows = readable;
    await look();
    await look();
    expect([early.held().size, late.held().size]).toEqual([1, 1]);
  });

  it("and goes on after the database was away", async () => {
    const listener = await listen("marketing-1");
    const changed = store.changedRows;
    store.changedRows = async () => {
      throw new Error("no database");
    };
    store.put(row("requested"));
    await look();
    store.changedRows = changed;
    await look();
    expect(listener.held().size).toBe(1);
  });

  it("[T40] not to one who does not read: it is sent away", async () => {
    const listener = await listen("marketing-1");
    listener.buffered = limits.bufferedHardBytes + 1;
    store.put(row("requested"));
    await look();
    expect(listener).toMatchObject({ isClosed: true });
    expect(listener.held().size).toBe(0);
  });

  it("to nobody any more once it is stopped", async () => {
    const listener = await listen("marketing-1");
    feed.stop();
    store.put(row("requested"));
    await look();
    expect([listener.isClosed, listener.held().size]).toEqual([true, 0]);
  });
});

describe("[I9] [F3] 'gone' tells of a lost right to read", () => {
  const reassigned = (summary: TicketSummary): TicketSummary => ({
    ...summary,
    state: { ...summary.state, assignee: people["creative-3"].id, collaborators: [] },
  });

  it("once, to the one who lost it", async () => {
    const summary = row("approved");
    store.put(summary);
    const [lost, kept, gained] = [
      await listen("creative-1"),
      await listen("creative-head"),
      await listen("creative-3"),
    ];
    store.put(reassigned(summary));
    await look();
    store.put(reassigned(summary));
    await look();
    expect(lost.of("gone")).toEqual([{ type: "gone", ids: [summary.id] }]);
    expect([kept, gained].map((listener) => [listener.of("gone").length, listener.held().size])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it("also to one who had it from an earlier connection, and to a server that has just started", async () => {
    const summary = row("approved");
    store.put(summary);
    const before = await listen("creative-1");
    before.disconnect();
    const restarted = newFeed();
    const again = await listen("creative-1", before.cursor, restarted);
    expect(again.of("summaries")).toEqual([]);
    store.put(reassigned(summary));
    await look();
    expect(again.of("gone")).toEqual([{ type: "gone", ids: [summary.id] }]);
  });

  it("[F3] by the number of what is left, where it was lost while nobody listened", async () => {
    const summary = row("approved");
    store.put(summary);
    const before = await listen("creative-1");
    before.disconnect();
    store.put(reassigned(summary));
    store.put(reassigned(summary));
    const again = await listen("creative-1", before.cursor);
    expect(again.events.slice(1)).toEqual([{ type: "ready", epoch: "e1", total: 0 }]);
  });

  it("by the number of what is left, where the row changed more than once between two looks", async () => {
    const summary = row("approved");
    store.put(summary);
    const listener = await listen("creative-1");
    store.put(reassigned(summary));
    store.put(reassigned(summary));
    await look();
    expect(listener.of("gone")).toEqual([]);
    expect(listener.events.at(-1)).toEqual({ type: "ready", epoch: "e1", total: 0 });
  });

  it("and counts again while a count takes in changes that were not sent yet", async () => {
    const [lost, found] = [row("approved"), row("approved")];
    store.put(lost);
    const before = await listen("creative-1");
    before.disconnect();
    store.put(reassigned(lost));
    const count = store.countReadable;
    store.countReadable = async (...asked) => {
      store.countReadable = count;
      store.put(found);
      return count(...asked);
    };
    const again = await listen("creative-1", before.cursor);
    // One went and one came: as many as before.
    expect(again.of("ready").map(({ total }) => total)).toEqual([1]);
    await look();
    expect(again.held()).toEqual(new Set([found.id]));
    expect(again.of("ready").map(({ total }) => total)).toEqual([1, 1]);
  });

  it("not to one who never could: that there is such a ticket is nobody's business", async () => {
    const listener = await listen("marketing-2");
    const summary = row("approved");
    store.put(summary);
    await look();
    store.put(reassigned(summary));
    await look();
    expect(listener.events.map(({ type }) => type)).toEqual(["directory", "ready"]);
  });
});

describe("when people's rights change", () => {
  const promote = (username: SampleUsername, change: object) => {
    const person = { ...people[username], ...change };
    directory = { ...directory, people: new Map([...directory.people, [person.id, person]]) };
    feed.directoryChanged();
  };

  it("[F4] what did not change but may be read now is sent", async () => {
    for (const requester of ["marketing-1", "marketing-2"] as const) store.put(row("requested", { requester }));
    const listener = await listen("marketing-2");
    expect(listener.held().size).toBe(1);
    promote("marketing-2", { role: "manager" });
    await settle();
    expect(listener.held().size).toBe(2);
    expect(listener.events.at(-1)).toEqual({ type: "ready", epoch: "e1", total: 2 });
  });

  it("a cursor from before says nothing: with it the feed begins anew", async () => {
    for (const requester of ["marketing-1", "marketing-2"] as const) store.put(row("requested", { requester }));
    const listener = await listen("marketing-2");
    listener.disconnect();
    promote("marketing-2", { role: "manager" });
    expect((await listen("marketing-2", listener.cursor)).held().size).toBe(2);
  });

  it("also in the middle of a backlog, which then ends with the rights of now", async () => {
    for (const requester of ["marketing-1", "marketing-2"] as const) store.put(row("requested", { requester }));
    const readable = store.readableRows;
    let answer = () => {};
    store.readableRows = async (...asked) => {
      const page = await readable(...asked);
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return page;
    };
    const listener = await listen("marketing-2");
    const first = answer;
    store.readableRows = readable;
    promote("marketing-2", { role: "manager" });
    await settle();
    first();
    await settle();
    expect(listener.of("ready")).toEqual([{ type: "ready", epoch: "e1", total: 2 }]);
    expect(listener.held().size).toBe(2);
    expect((await listen("marketing-2", listener.cursor)).of("summaries")).toEqual([]);
  });

  it("everybody gets the new directory, and a closed account loses its feed", async () => {
    const [closed, other] = [await listen("marketing-2"), await listen("marketing-1")];
    promote("marketing-2", { isActive: false });
    await settle();
    expect(closed.isClosed).toBe(true);
    expect(other.of("directory")).toHaveLength(2);
    expect(other.of("directory")[1]?.directory.departments).toHaveLength(Object.keys(departments).length);
    store.put(row("requested", { requester: "marketing-2" }));
    await look();
    expect(closed.held().size).toBe(0);
  });
});
