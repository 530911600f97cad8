import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { TicketId } from "../../../shared/ids.ts";
import { createDeviceIndex } from "./device-index.ts";
import { createFakeClock, type FakeClock } from "./fake-schedule.ts";
import { deviceLimits } from "./limits.ts";
import { createMemoryDeviceStore, createMemoryDisk, type MemoryDisk } from "./memory-device-store.ts";
import type { NewOutboxRow, OutboxRow } from "./records.ts";
import { createTicketWriter, type TicketWriter } from "./ticket-writer.ts";

const ticket = "0190a000-0000-7000-8000-000000000001" as TicketId;
const random = (count: number) => new Uint8Array(count);

describe("the ticket writer", () => {
  let disk: MemoryDisk;
  let clock: FakeClock;
  let writer: TicketWriter;
  let saved: OutboxRow[][];
  let failures: number;
  let transactions: number;
  let storing: boolean[];

  const doc = new Y.Doc();
  let edits = 0;
  const row = (what: NewOutboxRow["what"] = "description"): NewOutboxRow => {
    let update = new Uint8Array();
    doc.once("update", (made: Uint8Array) => {
      update = made as Uint8Array<ArrayBuffer>;
    });
    doc.getMap("fields").set("title", `edit ${++edits}`);
    return {
      update,
      kind: what === "start" ? "action" : "content",
      what,
      actionId: null,
      client: doc.clientID,
      madeAt: 0,
    };
  };
  const range = (after: number, seq: number) => ({ after, seq, update: new Uint8Array([0, 0]) });

  beforeEach(() => {
    [disk, clock, saved, failures, transactions, storing] = [createMemoryDisk(), createFakeClock(), [], 0, 0, []];
    const store = createMemoryDeviceStore(disk, async (_, work) => {
      transactions++;
      if (failures > 0) {
        failures--;
        throw new Error("QuotaExceededError");
      }
      return work();
    });
    const deps = { store, index: createDeviceIndex(), clock, random, storing: (works: boolean) => storing.push(works) };
    writer = createTicketWriter(ticket, deps, { saved: (rows) => saved.push(rows), summaryAfter: () => null });
  });

  it("writes a local change at once, together with what it was typed into", async () => {
    writer.addRange(range(0, 1));
    writer.addRow(row());
    await writer.drained();
    expect(transactions).toBe(1);
    expect(disk.tails.get(ticket)).toMatchObject([{ after: 0, seq: 1 }]);
    expect(disk.outbox.size).toBe(1);
  });

  it("lets what the server sends gather for a moment", async () => {
    writer.addRange(range(0, 1));
    await clock.pass(deviceLimits.remoteWriteMs - 1);
    expect(transactions).toBe(0);
    writer.addRange(range(1, 2));
    await clock.pass(1);
    expect(transactions).toBe(1);
    expect(disk.tails.get(ticket)).toMatchObject([{ after: 0, seq: 2 }]);
  });

  it("makes one row of a burst, but never across an action or another kind of content", async () => {
    for (const what of ["description", "description", "start", "description", "comments"] as const)
      writer.addRow(row(what));
    expect(writer.unsaved()).toBe(5);
    await writer.drained();
    expect([...disk.outbox.values()].map(({ what }) => what)).toEqual([
      "description",
      "start",
      "description",
      "comments",
    ]);
    expect(writer.unsaved()).toBe(0);
  });

  it("[I2] keeps an acknowledged change in the server-known state when it leaves the outbox", async () => {
    writer.addRow(row());
    await writer.drained();
    const [first] = saved;
    writer.settle(first ?? [], 3);
    await writer.drained();
    // Nothing is stored of this ticket, so there is nothing to add it to.
    expect([disk.outbox.size, disk.tails.size]).toEqual([0, 0]);
    disk.documents.set(ticket, { bytes: new Uint8Array([0, 0]), since: 3 });
    writer.settle(first ?? [], 3);
    await writer.drained();
    expect(disk.tails.get(ticket)?.[0]?.update).toEqual(first?.[0]?.update);
  });

  it("says that the device cannot store, and writes all of it when it can", async () => {
    failures = 2;
    writer.addRow(row());
    await clock.pass(0);
    writer.addRow(row("comments"));
    expect(disk.outbox.size).toBe(0);
    expect(writer.unsaved()).toBe(2);
    await clock.pass(10_000);
    expect(storing.at(0)).toBe(false);
    expect(storing.at(-1)).toBe(true);
    expect([...disk.outbox.values()].map(({ what }) => what)).toEqual(["description", "comments"]);
  });

  it("writes no more of the server's state after the ticket was purged, but all of the person's", async () => {
    failures = 1;
    disk.documents.set(ticket, { bytes: new Uint8Array([0, 0]), since: 1 });
    writer.addRange(range(1, 2));
    writer.addRow(row());
    await clock.pass(0);
    writer.forget();
    await clock.pass(10_000);
    expect(disk.tails.get(ticket)).toBeUndefined();
    expect(disk.outbox.size).toBe(1);
  });
});
