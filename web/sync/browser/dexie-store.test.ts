import "fake-indexeddb/auto";
import Dexie from "dexie";
import { expect, it } from "vitest";
import { newId, type TicketId, type UserId } from "../../../shared/ids.ts";
import { testDeviceStoreContract } from "../core/device-store-contract.ts";
import { databaseName } from "./database-name.ts";
import { openDeviceDatabase } from "./device-database.ts";
import { createDexieStore } from "./dexie-store.ts";

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

testDeviceStoreContract("device store in IndexedDB", async () => {
  const person = newId<UserId>(Date.now(), random);
  return { open: async () => createDexieStore(openDeviceDatabase(person)) };
});

it("knows how far documents reach that an earlier version stored", async () => {
  const userId = "0190a000-0000-7000-8000-0000000000aa" as UserId;
  const earlier = new Dexie(databaseName(userId));
  earlier.version(2).stores({ documents: "ticketId, [ticketId+since]", tail: "++k, ticketId, [ticketId+after+seq]" });
  await earlier.table("documents").bulkAdd([
    { ticketId: "a", since: 7, bytes: new Uint8Array([1]) },
    { ticketId: "b", since: 9, bytes: new Uint8Array([2]) },
  ]);
  earlier.close();
  const db = openDeviceDatabase(userId);
  const { known } = await createDexieStore(db).loadIndex();
  expect([...known]).toEqual([
    ["a", 7],
    ["b", 9],
  ]);
  expect(await db.documents.count()).toBe(2);
  db.close();
});

it("reads many tickets at once, those that are here and those that are not", async () => {
  const store = createDexieStore(openDeviceDatabase(newId<UserId>(Date.now(), random)));
  const ids = Array.from({ length: 150 }, () => newId<TicketId>(Date.now(), random));
  const here = ids.filter((_, i) => i % 3 === 0);
  await store.change(here, (_, stored) =>
    stored.bytes === null ? { document: { bytes: new Uint8Array([1]), since: 4 } } : null,
  );
  const tickets = await store.loadTickets(ids);
  expect(tickets.map(({ since }) => since)).toEqual(ids.map((id) => (here.includes(id) ? 4 : 0)));
});
