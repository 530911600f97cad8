import { describe, expect, it } from "vitest";
import { canRead } from "../../shared/access/can.ts";
import { newId, type TicketId, type UserId } from "../../shared/ids.ts";
import { type SampleOptions, sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people } from "../../shared/sample-world.ts";
import { accessFacts, type TicketSummary } from "../../shared/ticket/summary.ts";
import { type Status, statuses } from "../../shared/ticket/ticket.ts";
import { createFeed } from "../sync/feed.ts";
import { createFakeClock } from "../testing/sync/fake-clock.ts";
import { listenToFeed } from "../testing/sync/feed-listener.ts";
import { createSeededRandom } from "../testing/sync/seeded-random.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { createFeedRows } from "./feed-rows.ts";
import { createPostgresTicketStore } from "./postgres-ticket-store.ts";
import type { Sql } from "./sql.ts";

const random = createSeededRandom(1);
const author = people["marketing-1"].id;

const row = (status: Status = "requested", options: SampleOptions = {}): TicketSummary => {
  const ticket = sampleTicket(status, { id: newId<TicketId>(Date.now(), random.bytes), ...options });
  return { ...ticket, commentCount: 0, lastComment: null };
};
const commitOf = (summary: TicketSummary) => ({
  ticketId: summary.id,
  afterSeq: 0,
  entries: [
    {
      seq: 1,
      entryId: crypto.randomUUID(),
      update: new Uint8Array([0, 0]),
      userId: author,
      at: Date.now(),
      repairs: [],
      events: [],
    },
  ],
  summary,
});
const write = (sql: Sql, rows: readonly TicketSummary[]) => createPostgresTicketStore(sql).commit(rows.map(commitOf));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Writes rows in a transaction that commits only when the answer is called. */
const writeLate = async (database: TestDatabase, rows: readonly TicketSummary[]): Promise<() => Promise<void>> => {
  let end = () => {};
  const ending = new Promise<void>((resolve) => {
    end = resolve;
  });
  let written = () => {};
  const writing = new Promise<void>((resolve) => {
    written = resolve;
  });
  const done = database.connect({ connections: 1 }).begin(async (transaction) => {
    await write(transaction as unknown as Sql, rows);
    written();
    await ending;
  });
  await writing;
  return async () => {
    end();
    await done;
  };
};

describe("[T42] [F2] a row that commits late is read late, and never skipped", () => {
  it("also when later ones were committed and read before it", async () => {
    const database = await createTestDatabase();
    const feed = createFeedRows(database.sql);
    const [late, early] = [row(), row()];
    const commitLate = await writeLate(database, [late]);
    await write(database.sql, [early]);
    const before = await feed.changedRows("", 10);
    expect(before.rows).toEqual([]);
    await commitLate();
    const after = await feed.changedRows(before.cursor, 10);
    expect(after.rows.map(({ summary }) => summary.id)).toEqual([late.id, early.id]);
    expect((await feed.changedRows(after.cursor, 10)).rows).toEqual([]);
  });

  it("10,000 rows by six writers whose commits are delayed: each is read once, in pages", async () => {
    const database = await createTestDatabase();
    const feed = createFeedRows(database.connect());
    const [writers, transactions, rowsEach] = [6, 40, 42];
    const wanted = writers * transactions * rowsEach;
    let writing = writers;
    const work = Array.from({ length: writers }, async () => {
      const sql = database.connect({ connections: 1 });
      for (let i = 0; i < transactions; i++) {
        const rows = Array.from({ length: rowsEach }, () => row());
        await sql.begin(async (transaction) => {
          await write(transaction as unknown as Sql, rows);
          await pause(random.int(25));
        });
      }
      writing--;
    });
    const seen: TicketId[] = [];
    let cursor = "";
    for (let quiet = 0; quiet < 2; ) {
      const page = await feed.changedRows(cursor, 100);
      cursor = page.cursor;
      seen.push(...page.rows.map(({ summary }) => summary.id));
      if (page.rows.length === 0 && writing === 0) quiet++;
      if (page.rows.length === 0) await pause(5);
    }
    await Promise.all(work);
    expect([seen.length, new Set(seen).size]).toEqual([wanted, wanted]);
  }, 60_000);

  it("one person's feed holds everything in the end, resumed from wherever it was cut", async () => {
    const database = await createTestDatabase();
    const clock = createFakeClock(Date.now());
    const feed = createFeed({
      store: createFeedRows(database.sql),
      epoch: async () => "e1",
      directory: () => directory,
      clock,
      log: { warn: () => {} },
    });
    const held = new Set<TicketId>();
    const all = new Set<TicketId>();
    const pending: (() => Promise<void>)[] = [];
    let cursor = "";
    for (let i = 0; i < 12; i++) {
      const listener = await listenToFeed(feed, author, cursor);
      for (const _ of [1, 2]) {
        const rows = Array.from({ length: 5 }, () => row());
        for (const { id } of rows) all.add(id);
        pending.push(await writeLate(database, rows));
        if (pending.length > 2) await pending.splice(random.int(pending.length), 1)[0]?.();
        for (let turn = 0; turn < 3; turn++) {
          await clock.advance(1_100);
          await pause(10);
        }
      }
      listener.disconnect();
      for (const id of listener.held()) held.add(id);
      cursor = listener.cursor;
    }
    for (const commit of pending) await commit();
    const last = await listenToFeed(feed, author, cursor);
    await expect.poll(() => last.of("ready").length).toBe(1);
    for (const id of last.held()) held.add(id);
    expect([...all].filter((id) => !held.has(id))).toEqual([]);
    feed.stop();
  }, 30_000);
});

it("[F2] a row's position continues right behind it, also among rows of one transaction", async () => {
  const database = await createTestDatabase();
  const feed = createFeedRows(database.sql);
  await write(
    database.sql,
    Array.from({ length: 5 }, () => row()),
  );
  const { rows } = await feed.changedRows("", 10);
  for (const [i, { position }] of rows.entries())
    expect((await feed.changedRows(position, 10)).rows).toEqual(rows.slice(i + 1));
});

describe("[I9] the database reads what the rules let a person read", () => {
  it("everybody, in every status, suggested or not, of any department", async () => {
    const database = await createTestDatabase();
    const feed = createFeedRows(database.sql);
    const rows = statuses.flatMap((status) => [
      row(status),
      row(status, { requester: "sales-1" }),
      row(status, { fields: { suggestedAssignees: [people["creative-3"].id, people["creative-2"].id] } }),
    ]);
    await write(database.sql, rows);
    const read = async (id: UserId) => {
      const person = directory.people.get(id);
      if (person === undefined) throw new Error("nobody");
      const page = await feed.readableRows(person, directory, "", 1_000);
      return {
        ids: page.rows.map(({ summary }) => summary.id).sort(),
        count: (await feed.countReadable(person, directory, "")).total,
      };
    };
    for (const person of directory.people.values()) {
      const readable = rows.filter((summary) => canRead(person, accessFacts(summary), directory)).map(({ id }) => id);
      expect(await read(person.id), person.username).toEqual({ ids: readable.sort(), count: readable.length });
    }
  });
});
