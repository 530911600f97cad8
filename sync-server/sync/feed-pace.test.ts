import { expect, it } from "vitest";
import { newId, type TicketId } from "../../shared/ids.ts";
import { sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { createFakeClock, settle } from "../testing/sync/fake-clock.ts";
import { createMemoryFeedStore } from "../testing/sync/memory-feed-store.ts";
import { createSeededRandom } from "../testing/sync/seeded-random.ts";
import { createFeed } from "./feed.ts";

it("[T40] whoever does not read gets no further page of their backlog, and all of it once they do", async () => {
  const clock = createFakeClock(0);
  const random = createSeededRandom(1);
  const store = createMemoryFeedStore();
  for (let i = 0; i <= 2 * limits.feedPage; i++) {
    const ticket = sampleTicket("requested", { id: newId<TicketId>(0, random.bytes) });
    store.put({ ...ticket, commentCount: 0, lastComment: null });
  }
  const log = { warn: () => {} };
  const feed = createFeed({ store, epoch: async () => "e1", directory: () => directory, clock, log });
  const sent: string[] = [];
  let unread = 0;
  let isReading = false;
  feed.connect(people["marketing-1"].id, "", {
    send: ({ type }) => {
      sent.push(type);
      if (!isReading && type === "summaries") unread = limits.bufferedSoftBytes + 1;
    },
    close: () => sent.push("closed"),
    bufferedBytes: () => unread,
  });
  await settle();
  for (let looks = 0; looks < 100; looks++) await clock.advance(limits.stalledLookMs);
  expect(sent).toEqual(["directory", "summaries"]);
  isReading = true;
  unread = 0;
  await clock.advance(limits.stalledLookMs);
  expect(sent).toEqual(["directory", "summaries", "summaries", "summaries", "ready"]);
  feed.stop();
});
