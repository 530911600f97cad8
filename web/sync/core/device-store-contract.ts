/** What every DeviceStore must do, run against each adapter: Dexie in browser/, memory here. */
import { beforeEach, describe, expect, it } from "vitest";
import type { ActionId, TicketId, UserId } from "../../../shared/ids.ts";
import { draftState, emptyFields } from "../../../shared/ticket/ticket.ts";
import { isoTime } from "../../../shared/time.ts";
import type { KeptDecision, RefusedChange, SeenBrief } from "../device.ts";
import type { DeviceStore } from "./device-store.ts";
import { deviceLimits } from "./limits.ts";
import type { NewOutboxRow, SummaryRow } from "./records.ts";

const ticket = "0190a000-0000-7000-8000-000000000001" as TicketId;
const other = "0190a000-0000-7000-8000-000000000002" as TicketId;
const bytes = (...values: number[]) => Uint8Array.from(values);

const row = (value: number, more: Partial<NewOutboxRow> = {}): NewOutboxRow => ({
  update: bytes(value),
  kind: "content",
  what: "fields",
  actionId: null,
  client: 7,
  madeAt: 1_000 + value,
  ...more,
});

const summary = (id: TicketId, seq: number, title = `as of ${seq}`): SummaryRow => ({
  seq,
  summary: { id, fields: { ...emptyFields, title }, state: draftState, brief: "", commentCount: 0, lastComment: null },
});

const refusal = (id: string): RefusedChange => ({
  id,
  ticket,
  title: "Autumn banner",
  what: "fields",
  key: "title",
  wrote: "Winter banner",
  code: "forbidden",
  facts: {},
  at: isoTime(0),
});

const look = (id: TicketId, fingerprint: string, at: number, text = ""): SeenBrief => ({
  ticket: id,
  fingerprint,
  at: isoTime(at),
  fields: emptyFields,
  text,
  entries: null,
});

const decision = (id: string): KeptDecision => ({
  id: id as ActionId,
  ticket,
  action: { type: "reject", actor: "u" as UserId, reason: "No budget" },
});

/** `open` answers the same storage each time within a test, a fresh one for each test. */
export const testDeviceStoreContract = (name: string, fresh: () => Promise<{ open(): Promise<DeviceStore> }>): void => {
  describe(name, () => {
    let store: DeviceStore;
    let open: () => Promise<DeviceStore>;
    beforeEach(async () => {
      ({ open } = await fresh());
      store = await open();
    });

    it("numbers outbox rows across tickets, never the same twice", async () => {
      const [first] = await store.write(ticket, { addRows: [row(1)] });
      const [second, third] = await store.write(other, { addRows: [row(2), row(3)] });
      await store.write(other, { dropRows: [third ?? 0] });
      const [fourth] = await store.write(ticket, { addRows: [row(4, { kind: "action", actionId: "a" as ActionId })] });
      expect([first, second, third, fourth].every((n, i, all) => i === 0 || (n ?? 0) > (all[i - 1] ?? 0))).toBe(true);
      const rows = await store.loadRows([ticket, other]);
      expect(rows.get(ticket)?.map(({ n, update }) => [n, [...update]])).toEqual([
        [first, [1]],
        [fourth, [4]],
      ]);
      expect(rows.get(other)?.map(({ n }) => n)).toEqual([second]);
    });

    it("keeps everything for whoever opens it next", async () => {
      await store.write(ticket, { document: { bytes: bytes(1, 2), since: 3 }, addRows: [row(5)] });
      await store.write(ticket, { tail: [{ after: 3, seq: 4, update: bytes(9) }] });
      await store.saveMeta({ epoch: "e1", feedCursor: "c1" });
      const again = await open();
      expect(await again.loadTicket(ticket)).toMatchObject({
        since: 3,
        tail: [{ after: 3, seq: 4 }],
        rows: [{ madeAt: 1_005 }],
      });
      expect((await again.loadTicket(ticket)).bytes).toEqual(bytes(1, 2));
      expect(await again.loadMeta()).toMatchObject({ epoch: "e1", feedCursor: "c1", directory: null });
      expect((await again.loadIndex()).known.get(ticket)).toBe(4);
    });

    it("answers an empty ticket for one it does not have", async () => {
      expect(await store.loadTicket(ticket)).toEqual({ bytes: null, since: 0, tail: [], rows: [] });
      expect(await store.loadTickets([ticket])).toEqual([{ bytes: null, since: 0, tail: [], rows: [] }]);
    });

    it("replaces document and tail together, and removes them", async () => {
      await store.write(ticket, { document: { bytes: bytes(1), since: 1 } });
      await store.write(ticket, { tail: [{ after: 1, seq: 2, update: bytes(2) }] });
      await store.write(ticket, { document: { bytes: bytes(3), since: 2 } });
      expect(await store.loadTicket(ticket)).toMatchObject({ since: 2, tail: [] });
      await store.write(ticket, { document: null });
      expect(await store.loadTicket(ticket)).toEqual({ bytes: null, since: 0, tail: [], rows: [] });
    });

    it("leaves out a range that begins in the middle of nothing", async () => {
      await store.write(ticket, { tail: [{ after: 4, seq: 5, update: bytes(1) }] });
      expect((await store.loadTicket(ticket)).tail).toEqual([]);
      await store.write(ticket, { tail: [{ after: 0, seq: 5, update: bytes(1) }] });
      expect((await store.loadTicket(ticket)).tail).toHaveLength(1);
    });

    it("cuts small updates out of the large answers they came in", async () => {
      const large = new Uint8Array(100_000).fill(7);
      await store.write(ticket, { document: { bytes: large.subarray(10, 12), since: 1 } });
      expect((await store.loadTicket(ticket)).bytes?.byteLength).toBe(2);
    });

    it("changes several tickets in one transaction, or none of them", async () => {
      await store.write(ticket, { addRows: [row(1)] });
      const failing = store.change([ticket, other], (id, stored) => {
        if (id === other) throw new Error("a bug");
        return { dropRows: stored.rows.map(({ n }) => n) };
      });
      await expect(failing).rejects.toThrow("a bug");
      expect((await store.loadTicket(ticket)).rows).toHaveLength(1);
      await store.change([ticket, other], (id, stored) =>
        id === ticket ? { dropRows: stored.rows.map(({ n }) => n) } : null,
      );
      expect((await store.loadTicket(ticket)).rows).toHaveLength(0);
    });

    it("lets older list rows be", async () => {
      await store.saveSummaries([summary(ticket, 5), summary(other, 1)], "c5");
      await store.saveSummaries([summary(ticket, 3)], "c6");
      await store.write(ticket, { summary: summary(ticket, 4) });
      expect((await store.loadIndex()).summaries.map(({ seq }) => seq).sort()).toEqual([1, 5]);
      expect((await store.loadMeta()).feedCursor).toBe("c6");
      await store.write(ticket, { summary: null });
      expect((await store.loadIndex([ticket])).summaries).toEqual([]);
    });

    it("[I7] keeps each refusal once, and none that was let go of", async () => {
      await store.write(ticket, { refused: [refusal("a"), refusal("b")] });
      await store.write(ticket, { refused: [{ ...refusal("a"), wrote: "told again" }] });
      await store.discardRefused("b");
      await store.write(ticket, { refused: [refusal("b")] });
      const { refused, discarded } = await store.loadIndex();
      expect(refused).toEqual([refusal("a")]);
      expect(discarded).toEqual(["b"]);
    });

    it("remembers the briefs of a ticket that were looked at, each once, the latest look first", async () => {
      await store.keepSeen(look(ticket, "f1", 1));
      await store.keepSeen(look(ticket, "f2", 2));
      await store.keepSeen(look(other, "f1", 3));
      await store.keepSeen(look(ticket, "f1", 4));
      const again = await open();
      expect(await again.loadSeen(ticket)).toEqual([look(ticket, "f1", 4), look(ticket, "f2", 2)]);
    });

    it("forgets the oldest looks where all together become too large", async () => {
      const text = "x".repeat(deviceLimits.seenCharacters / 2 - 1_000);
      for (const at of [1, 2, 3]) await store.keepSeen(look(ticket, `f${at}`, at, text));
      expect((await store.loadSeen(ticket)).map(({ fingerprint }) => fingerprint)).toEqual(["f3", "f2"]);
    });

    it("[I9] forgets what was looked at with a ticket that may no longer be read", async () => {
      await store.keepSeen(look(ticket, "f1", 1));
      await store.keepSeen(look(other, "f1", 1));
      await store.write(ticket, { document: null, summary: null });
      expect(await store.loadSeen(ticket)).toEqual([]);
      expect(await store.loadSeen(other)).toHaveLength(1);
    });

    it("keeps decisions until they are dropped", async () => {
      await store.keepDecisions([decision("b"), decision("a")]);
      await store.keepDecisions([decision("c")]);
      await store.dropDecisions(["b" as ActionId]);
      expect(await (await open()).loadDecisions()).toEqual([decision("a"), decision("c")]);
    });
  });
};
