import { expect, it } from "vitest";
import { newId, type TicketId, type UserId } from "../../shared/ids.ts";
import { draftState, emptyFields } from "../../shared/ticket/ticket.ts";
import { createTestDatabase } from "../testing/test-database.ts";
import { createPostgresTicketStore } from "./postgres-ticket-store.ts";
import { testTicketStoreContract } from "./ticket-store-contract.ts";

const database = await createTestDatabase();
const store = createPostgresTicketStore(database.connect({ plansOnce: true }));
const second = createPostgresTicketStore(database.connect({ plansOnce: true }));

testTicketStoreContract("PostgreSQL", async () => ({ store, second }));

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const someone = newId<UserId>(Date.now(), random);
const newTicket = () => newId<TicketId>(Date.now(), random);
const entry = (seq: number) => ({
  seq,
  entryId: crypto.randomUUID(),
  update: new Uint8Array([seq]),
  userId: someone,
  at: Date.now(),
  repairs: [],
  events: [],
});
const summary = (id: TicketId, title: string) => ({
  id,
  fields: { ...emptyFields, title },
  state: { ...draftState, requester: someone },
  brief: "",
  commentCount: 0,
  lastComment: null,
});

it("[I10] finds rows by key, also with plans that were made while there were none", async () => {
  const young = await createTestDatabase();
  const sql = young.connect({ plansOnce: true, connections: 1 });
  const tickets = createPostgresTicketStore(sql);
  const ask = async (id: TicketId) => {
    await tickets.commit([{ ticketId: id, afterSeq: 0, entries: [entry(1)], summary: summary(id, "Poster") }]);
    await tickets.commit([{ ticketId: id, afterSeq: 1, entries: [entry(2), entry(3)] }]);
    await tickets.commit([{ ticketId: id, afterSeq: 3, entries: [entry(4)] }]);
    await tickets.project([{ seq: 4, summary: summary(id, "Poster, too") }]);
    await tickets.saveSnapshot(id, { seq: 4, state: new Uint8Array([4]), owners: new Map() });
    await tickets.load([id]);
    await tickets.load([id], new Map([[id, 2]]));
    await tickets.tail(id, 2);
    await tickets.latestSeqs([id]);
    await tickets.repairsSince([{ id, sinceSeq: 0 }], someone);
    await tickets.lagging(10);
  };
  await ask(newTicket());
  await young.sql`
    insert into log (ticket_id, seq, entry_id, update, user_id, at)
    select md5(i::text), 1, gen_random_uuid(), 'x', ${someone}, now() from generate_series(1, 20000) i`;
  await ask(newTicket());
  await sql`select pg_stat_force_next_flush()`;
  const scans = await young.sql<{ name: string; rows: number }[]>`
    select relname as name, seq_tup_read as rows from pg_stat_user_tables where relname in ('log', 'snapshots', 'tickets')`;
  expect(Object.fromEntries(scans.map(({ name, rows }) => [name, rows]))).toEqual({ log: 0, snapshots: 0, tickets: 0 });
});

it("passes over a snapshot whose hash is wrong", async () => {
  const id = newTicket();
  await store.commit([{ ticketId: id, afterSeq: 0, entries: [entry(1), entry(2), entry(3)] }]);
  for (const seq of [1, 2]) await store.saveSnapshot(id, { seq, state: new Uint8Array([seq]), owners: new Map() });
  await database.sql`update snapshots set state = '\\x00' where ticket_id = ${id} and seq = 2`;
  const older = (await store.load([id])).get(id);
  expect([older?.snapshot?.seq, older?.tail.map(({ seq }) => seq)]).toEqual([1, [2, 3]]);
  const after = (await store.load([id], new Map([[id, 1]]))).get(id);
  expect([after?.seq, after?.tail.map(({ seq }) => seq)]).toEqual([3, [2, 3]]);
  await database.sql`update snapshots set owners = '[[1, "x"]]' where ticket_id = ${id} and seq = 1`;
  const none = (await store.load([id])).get(id);
  expect([none?.snapshot, none?.tail.length]).toEqual([null, 3]);
});

it("keeps the last two snapshots", async () => {
  const id = newTicket();
  for (const seq of [1, 2, 3, 4])
    await store.saveSnapshot(id, { seq, state: new Uint8Array([seq]), owners: new Map() });
  const kept = await database.sql`select seq from snapshots where ticket_id = ${id} order by seq`;
  expect(kept.map((row) => row.seq)).toEqual([3, 4]);
});

it("does not let one ticket the database refuses hold back the others", async () => {
  const [poisoned, healthy] = [newTicket(), newTicket()];
  const outcomes = await store.commit([
    { ticketId: poisoned, afterSeq: 0, entries: [entry(1)], summary: summary(poisoned, "nul \u0000") },
    { ticketId: healthy, afterSeq: 0, entries: [entry(1)], summary: summary(healthy, "fine") },
  ]);
  expect(outcomes).toEqual(["failed", "committed"]);
  expect((await store.load([poisoned])).size).toBe(0);
});

it("marks a ticket whose description moved on, until its row has followed", async () => {
  const id = newTicket();
  const marks = () => database.sql`select seq from projection_pending where ticket_id = ${id}`;
  await store.commit([{ ticketId: id, afterSeq: 0, entries: [entry(1)], summary: summary(id, "a") }]);
  expect(await marks()).toHaveLength(0);
  await store.commit([{ ticketId: id, afterSeq: 1, entries: [entry(2)] }]);
  await store.commit([{ ticketId: id, afterSeq: 2, entries: [entry(3)] }]);
  await store.project([{ seq: 2, summary: summary(id, "a") }]);
  expect(await marks()).toHaveLength(1);
  await store.project([{ seq: 3, summary: summary(id, "a") }]);
  expect(await marks()).toHaveLength(0);
});
