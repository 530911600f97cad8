import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { newId, type TicketId, type UserId } from "../../../shared/ids.ts";
import { draftState, emptyFields } from "../../../shared/ticket/ticket.ts";
import { openDeviceDatabase } from "./device-database.ts";
import { createDexieStore } from "./dexie-store.ts";

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const ticketId = () => newId<TicketId>(Date.now(), random);
const summaryOf = (id: TicketId) => ({
  id,
  fields: { ...emptyFields, title: "Whole" },
  state: draftState,
  brief: "",
  commentCount: 0,
  lastComment: null,
});

describe("[G18] rows that cannot be used", () => {
  it("do not keep the index from loading; the others stay, and the feed begins anew", async () => {
    const db = openDeviceDatabase(newId<UserId>(Date.now(), random));
    const store = createDexieStore(db);
    const [whole, broken] = [ticketId(), ticketId()];
    await store.saveSummaries([{ seq: 3, summary: summaryOf(whole) }], "cursor-9");
    await db.summaries.put({ id: broken, seq: "x", summary: { id: broken } } as never);
    await store.write(whole, {
      addRows: [{ update: Uint8Array.of(0, 0), kind: "content", what: "fields", actionId: null, client: 1, madeAt: 1 }],
    });
    await db.outbox.put({ n: 90, ticketId: whole, what: "fields" } as never);
    await db.refused.put({ id: "r", ticket: 7 } as never);

    const index = await store.loadIndex();
    expect(index.summaries.map(({ summary }) => summary.id)).toEqual([whole]);
    expect(index.outbox.map(({ n }) => n)).toEqual([1]);
    expect(index.refused).toEqual([]);
    expect((await store.loadMeta()).feedCursor).toBe("");
    expect(await db.quarantine.count()).toBe(3);

    // What the server tells again takes its place.
    await store.saveSummaries([{ seq: 1, summary: summaryOf(broken) }], "cursor-1");
    expect((await store.loadIndex()).summaries).toHaveLength(2);
    expect((await store.loadMeta()).feedCursor).toBe("cursor-1");
  });

  it("are not looked for where there are none: the cursor stays", async () => {
    const store = createDexieStore(openDeviceDatabase(newId<UserId>(Date.now(), random)));
    await store.saveSummaries([{ seq: 3, summary: summaryOf(ticketId()) }], "cursor-9");
    await store.loadIndex();
    expect((await store.loadMeta()).feedCursor).toBe("cursor-9");
  });
});
