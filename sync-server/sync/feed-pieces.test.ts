import { beforeEach, describe, expect, it } from "vitest";
import { newId, type TicketId } from "../../shared/ids.ts";
import type { FeedEvent } from "../../shared/protocol/feed.ts";
import { sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people, type SampleUsername } from "../../shared/sample-world.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import type { Status } from "../../shared/ticket/ticket.ts";
import { limits } from "../limits.ts";
import { createFakeClock, type FakeClock, settle } from "../testing/sync/fake-clock.ts";
import { createMemoryFeedStore, type MemoryFeedStore } from "../testing/sync/memory-feed-store.ts";
import { createSeededRandom } from "../testing/sync/seeded-random.ts";
import { createFeed, type Feed } from "./feed.ts";
import type { FeedRow } from "./feed-store.ts";

const random = createSeededRandom(1);
/** Two bytes a letter: what counts is what goes over the wire. */
const third = "é".repeat(limits.feedEventBytes / 6);
const row = (brief = third, status: Status = "requested"): TicketSummary => {
  const ticket = sampleTicket(status, { id: newId<TicketId>(0, random.bytes) });
  return { ...ticket, brief, commentCount: 0, lastComment: null };
};

let clock: FakeClock;
let store: MemoryFeedStore;
let feed: Feed;
beforeEach(() => {
  clock = createFakeClock(0);
  store = createMemoryFeedStore();
  const log = { warn: () => {} };
  feed = createFeed({ store, epoch: async () => "e1", directory: () => directory, clock, log });
});

/** What a reader was sent, each event with the cursor it leaves them at. */
const listen = async (username: SampleUsername, cursor = "", unread = (_sent: FeedRow[][]) => 0) => {
  const sent: { event: FeedEvent; cursor: string }[] = [];
  let at = cursor;
  const pieces = () => sent.flatMap(({ event }) => (event.type === "summaries" ? [event.rows] : []));
  feed.connect(people[username].id, cursor, {
    send: (event, told) => {
      if (told !== "") at = told;
      sent.push({ event, cursor: at });
    },
    close: () => {},
    bufferedBytes: () => unread(pieces()),
  });
  await settle();
  return { sent, pieces, ids: () => pieces().flatMap((rows) => rows.map(({ summary }) => summary.id)) };
};
const put = (count: number, make = row) => {
  const summaries = Array.from({ length: count }, () => make());
  for (const summary of summaries) store.put(summary);
  return summaries.map(({ id }) => id);
};
const look = () => clock.advance(limits.feedPollMs);
const bytesOf = (event: unknown) => new TextEncoder().encode(JSON.stringify(event)).length;

describe("an event of summaries is not larger than it may be", () => {
  it("in a backlog and in what changes: a page is sent in pieces, in order, each row once", async () => {
    const before = put(7);
    const reader = await listen("marketing-1");
    const after = put(5);
    await look();
    expect(reader.ids()).toEqual([...before, ...after]);
    expect(reader.pieces().map((rows) => rows.length)).toEqual([2, 2, 2, 1, 2, 2, 1]);
    for (const rows of reader.pieces()) {
      expect(bytesOf(rows)).toBeLessThanOrEqual(limits.feedEventBytes);
      for (const row of rows) expect(Object.keys(row)).toEqual(["seq", "summary"]);
    }
  });

  it("unless one row alone is", async () => {
    const [small, large] = [row(""), row(third.repeat(4))];
    for (const summary of [small, large, row("")]) store.put(summary);
    const { pieces } = await listen("marketing-1");
    expect(pieces().map((rows) => rows.length)).toEqual([1, 1, 1]);
  });

  it("and rows as they usually are stay one event a page", async () => {
    put(limits.feedPage, () => row("Two banners for spring."));
    expect((await listen("marketing-1")).pieces().map((rows) => rows.length)).toEqual([limits.feedPage]);
  });
});

describe("[F2] a cursor moves past nothing that was not sent", () => {
  it("wherever a backlog is cut, the rest comes from there", async () => {
    const ids = put(6);
    const whole = await listen("marketing-1");
    for (const [i, { cursor }] of whole.sent.entries()) {
      const had = whole.sent.slice(0, i + 1).flatMap(({ event }) => (event.type === "summaries" ? event.rows : []));
      const rest = await listen("marketing-1", cursor);
      expect([...had.map(({ summary }) => summary.id), ...rest.ids()]).toEqual(ids);
    }
  });

  it("[F3] nor past a row that was lost: 'gone' goes before the rows whose cursors pass it", async () => {
    const lost = row("", "approved");
    store.put(lost);
    const reader = await listen("creative-1");
    await look();
    const start = reader.sent.length;
    const from = reader.sent.at(-1)?.cursor;
    const mine = () => row(third, "approved");
    put(3, mine);
    store.put({ ...lost, state: { ...lost.state, assignee: people["creative-3"].id, collaborators: [] } });
    put(3, mine);
    await look();
    const sent = reader.sent.slice(start);
    expect(sent.map(({ event }) => event.type)).toEqual(["gone", "summaries", "summaries", "summaries"]);
    expect(sent[0]).toEqual({ event: { type: "gone", ids: [lost.id] }, cursor: from });
    expect((await listen("creative-1", sent.at(-1)?.cursor)).ids()).toEqual([]);
  });
});

it("[T40] [F5] whoever does not read gets no further piece of a page, and each row once when they do", async () => {
  const ids = put(8);
  let isReading = false;
  const reader = await listen("marketing-1", "", (pieces) => (isReading ? 0 : bytesOf(pieces)));
  for (let looks = 0; looks < 100; looks++) await clock.advance(limits.stalledLookMs);
  expect(bytesOf(reader.pieces())).toBeLessThanOrEqual(limits.bufferedSoftBytes + limits.feedEventBytes);
  expect(reader.ids()).toEqual(ids.slice(0, 4));
  isReading = true;
  await clock.advance(limits.stalledLookMs);
  expect(reader.ids()).toEqual(ids);
  expect(reader.sent.at(-1)?.event.type).toBe("ready");
});
