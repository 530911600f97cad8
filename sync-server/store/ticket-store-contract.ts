/** What every TicketStore must do, run against each adapter: PostgreSQL here, the simulation's memory there. */
import { beforeEach, describe, expect, it } from "vitest";
import { type ActionId, type DepartmentId, newId, type TicketId, type UserId } from "../../shared/ids.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import { draftState, emptyFields } from "../../shared/ticket/ticket.ts";
import { type IsoTime, isoTime } from "../../shared/time.ts";
import type { WorkflowEvent } from "../../shared/workflow/events.ts";
import type { NewEntry, TicketCommit, TicketStore } from "../sync/ticket-store.ts";

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const startMs = Date.UTC(2026, 10, 23, 9);
const newTicketId = () => newId<TicketId>(startMs, random);
const author = newId<UserId>(startMs, random);
const colleague = newId<UserId>(startMs, random);

const entry = (seq: number, text = `entry ${seq}`, more: Partial<NewEntry> = {}): NewEntry => ({
  seq,
  entryId: crypto.randomUUID(),
  update: new TextEncoder().encode(text),
  userId: author,
  at: startMs + seq * 1000,
  repairs: [],
  events: [],
  ...more,
});

const summaryOf = (id: TicketId, title: string): TicketSummary => ({
  id,
  fields: { ...emptyFields, title, department: newId<DepartmentId>(startMs, random), suggestedAssignees: [colleague] },
  state: { ...draftState, requester: author, createdAt: isoTime(startMs) },
  brief: "what it is about",
  commentCount: 0,
  lastComment: null,
});

const firstCommit = (ticketId: TicketId, entries = [entry(1)]): TicketCommit => ({
  ticketId,
  afterSeq: 0,
  entries,
  summary: summaryOf(ticketId, "Autumn banner"),
});

const submitted = (ticket: TicketId, action: string): WorkflowEvent => ({
  ticket,
  action: action as ActionId,
  type: "submit",
  actor: author,
  at: isoTime(startMs),
  deviceAt: "yesterday" as IsoTime,
  from: "draft",
  to: "requested",
  before: {},
  after: {},
});

/** `create` makes an empty store; a second call in a test opens another connection to the same one when `sharing`. */
export const testTicketStoreContract = (
  name: string,
  create: () => Promise<{ store: TicketStore; second: TicketStore }>,
) => {
  describe(`${name} as a ticket store`, () => {
    let store: TicketStore;
    let second: TicketStore;
    beforeEach(async () => {
      ({ store, second } = await create());
    });

    it("gives back what was committed, in order, with its author, time and repairs", async () => {
      const id = newTicketId();
      const repairs = [
        { root: "state", key: "status", wrote: "approved", code: "server_only", facts: { now: "draft" } },
      ];
      const entries = [entry(1), entry(2, "second", { repairs, userId: colleague })];
      expect(await store.commit([firstCommit(id, entries)])).toEqual(["committed"]);
      const ticket = (await store.load([id])).get(id);
      expect(ticket?.seq).toBe(2);
      expect(ticket?.snapshot).toBeNull();
      expect(ticket?.tail).toEqual(
        entries.map(({ seq, update, userId, at, repairs: told }) => ({ seq, update, userId, at, repairs: told })),
      );
      expect(await store.tail(id, 1)).toEqual(ticket?.tail.slice(1));
      expect(await store.tail(id, 2)).toEqual([]);
      expect(await store.latestSeqs([id, newTicketId()])).toEqual(new Map([[id, 2]]));
    });

    it("says who may read from the row, and of a ticket without one that it is its author's draft", async () => {
      const [withRow, without] = [newTicketId(), newTicketId()];
      const commit = firstCommit(withRow);
      await store.commit([commit, { ticketId: without, afterSeq: 0, entries: [entry(1)] }]);
      const loaded = await store.load([withRow, without]);
      expect(loaded.get(withRow)?.access).toEqual({
        kind: "creative",
        status: "draft",
        requester: author,
        assignee: null,
        collaborators: [],
        trashed: null,
        department: commit.summary?.fields.department,
        suggestedAssignees: [colleague],
      });
      expect(loaded.get(without)?.access).toMatchObject({ status: "draft", requester: author });
    });

    it.each([
      { since: 0, snapshot: 3, tail: [4, 5] },
      { since: 2, snapshot: 3, tail: [4, 5] },
      { since: 3, snapshot: null, tail: [4, 5] },
      { since: 4, snapshot: null, tail: [5] },
      { since: 5, snapshot: null, tail: [] },
      { since: 9, snapshot: null, tail: [] },
    ])(
      "gives who holds entry $since what came after: snapshot $snapshot, entries $tail",
      async ({ since, ...rest }) => {
        const id = newTicketId();
        await store.commit([firstCommit(id, [entry(1), entry(2), entry(3), entry(4), entry(5)])]);
        await store.saveSnapshot(id, { seq: 3, state: new Uint8Array([3]), owners: new Map() });
        const ticket = (await store.load([id], new Map([[id, since]]))).get(id);
        expect(ticket?.seq).toBe(5);
        expect(ticket?.access.requester).toBe(author);
        expect({ snapshot: ticket?.snapshot?.seq ?? null, tail: ticket?.tail.map(({ seq }) => seq) }).toEqual(rest);
      },
    );

    it("takes a keystroke with what was put back of it, once, and not in another's place", async () => {
      const id = newTicketId();
      await store.commit([firstCommit(id, [entry(1)])]);
      await store.commit([{ ticketId: id, afterSeq: 1, entries: [entry(2)] }]);
      const repairs = [{ root: "description", key: "", wrote: "a", code: "forbidden", facts: {} }];
      const keystroke = { ticketId: id, afterSeq: 2, entries: [entry(3, "a", { repairs })] };
      expect(await store.commit([keystroke])).toEqual(["committed"]);
      expect(await store.commit([keystroke])).toEqual(["committed"]);
      expect(await second.commit([{ ticketId: id, afterSeq: 2, entries: [entry(3, "b")] }])).toEqual(["conflict"]);
      expect((await store.tail(id, 2)).map(({ seq, repairs: told }) => [seq, told])).toEqual([[3, repairs]]);
    });

    it("leaves unknown tickets out", async () => {
      const id = newTicketId();
      await store.commit([firstCommit(id)]);
      const loaded = await store.load([newTicketId(), id]);
      expect([...loaded.keys()]).toEqual([id]);
      expect(await store.load([])).toEqual(new Map());
    });

    it("answers conflict where another was first, and writes nothing of that ticket", async () => {
      const [taken, free] = [newTicketId(), newTicketId()];
      const theirs = entry(1, "theirs");
      await second.commit([firstCommit(taken, [theirs])]);
      const mine = { ...firstCommit(taken, [entry(1, "mine"), entry(2, "mine too")]) };
      mine.summary = summaryOf(taken, "Mine");
      expect(await store.commit([mine, firstCommit(free)])).toEqual(["conflict", "committed"]);
      expect((await store.tail(taken, 0)).map(({ update }) => new TextDecoder().decode(update))).toEqual(["theirs"]);
      expect((await store.load([free])).get(free)?.seq).toBe(1);
    });

    it("lets exactly one of many simultaneous writers have each place", async () => {
      const ids = Array.from({ length: 8 }, newTicketId);
      const attempt = (by: TicketStore, order: TicketId[]) =>
        by
          .commit(order.map((id) => firstCommit(id, [entry(1), entry(2)])))
          .then((outcomes) => new Map(order.map((id, i) => [id, outcomes[i]])));
      const answers = await Promise.all([
        attempt(store, ids),
        attempt(second, [...ids].reverse()),
        attempt(store, [...ids].reverse()),
        attempt(second, ids),
      ]);
      for (const id of ids) {
        expect(answers.filter((answer) => answer.get(id) === "committed")).toHaveLength(1);
        expect((await store.tail(id, 0)).map(({ seq }) => seq)).toEqual([1, 2]);
      }
    });

    it("finds what an earlier try wrote, and adds only the rest", async () => {
      const id = newTicketId();
      const [a, b] = [entry(1), entry(2)];
      await store.commit([firstCommit(id, [a])]);
      expect(await second.commit([firstCommit(id, [a])])).toEqual(["committed"]);
      expect(await second.commit([firstCommit(id, [a, b])])).toEqual(["committed"]);
      expect(await store.commit([firstCommit(id, [a, b])])).toEqual(["committed"]);
      expect((await store.tail(id, 0)).map(({ seq }) => seq)).toEqual([1, 2]);
      const others = [a, entry(2, "not ours")];
      expect(await store.commit([firstCommit(id, others)])).toEqual(["conflict"]);
    });

    it("tells repairs again to their author only, whatever snapshots exist", async () => {
      const [a, b] = [newTicketId(), newTicketId()];
      const repairs = [{ root: "fields", key: "title", wrote: "x", code: "forbidden", facts: {} }];
      await store.commit([
        firstCommit(a, [entry(1, "", { repairs }), entry(2), entry(3, "", { repairs, userId: colleague })]),
        firstCommit(b, [entry(1, "", { repairs })]),
      ]);
      await store.saveSnapshot(a, { seq: 3, state: new Uint8Array([1]), owners: new Map() });
      const told = await store.repairsSince(
        [
          { id: a, sinceSeq: 0 },
          { id: b, sinceSeq: 1 },
        ],
        author,
      );
      expect(told).toEqual(new Map([[a, [{ seq: 1, repairs }]]]));
      expect(await store.repairsSince([{ id: a, sinceSeq: 1 }], colleague)).toEqual(
        new Map([[a, [{ seq: 3, repairs }]]]),
      );
    });

    it("starts from the newest snapshot", async () => {
      const id = newTicketId();
      await store.commit([firstCommit(id, [entry(1), entry(2), entry(3)])]);
      const owners = new Map([
        [7, author],
        [4_000_000_000, colleague],
      ]);
      for (const seq of [1, 2]) await store.saveSnapshot(id, { seq, state: new Uint8Array([seq, 2, 3]), owners });
      const ticket = (await store.load([id])).get(id);
      expect(ticket?.snapshot).toEqual({ seq: 2, state: new Uint8Array([2, 2, 3]), owners });
      expect(ticket?.tail.map(({ seq }) => seq)).toEqual([3]);
      expect(ticket?.seq).toBe(3);
      await store.saveSnapshot(id, { seq: 3, state: new Uint8Array([3]), owners });
      const idle = (await store.load([id])).get(id);
      expect([idle?.tail, idle?.seq]).toEqual([[], 3]);
    });

    it("keeps access facts of the newest projection", async () => {
      const id = newTicketId();
      await store.commit([firstCommit(id, [entry(1), entry(2), entry(3)])]);
      const old = summaryOf(id, "Old");
      old.state.assignee = colleague;
      await store.project([{ seq: 2, summary: old }]);
      expect((await store.load([id])).get(id)?.access.assignee).toBeNull();
      await store.commit([{ ticketId: id, afterSeq: 3, entries: [entry(4)] }]);
      await store.project([{ seq: 4, summary: old }]);
      expect((await store.load([id])).get(id)?.access.assignee).toBe(colleague);
    });

    it("takes an action's event once", async () => {
      const id = newTicketId();
      const events = [submitted(id, "a1")];
      expect(await store.commit([firstCommit(id, [entry(1, "", { events })])])).toEqual(["committed"]);
      const again = { ticketId: id, afterSeq: 1, entries: [entry(2, "", { events })], summary: summaryOf(id, "Again") };
      expect(await store.commit([again])).toEqual(["committed"]);
    });

    it("hands out numbers once, from 1001 up", async () => {
      const numbers = await Promise.all([store.takeNumber(), second.takeNumber(), store.takeNumber()]);
      expect(new Set(numbers).size).toBe(3);
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(1001);
    });

    it("has one epoch for all who ask", async () => {
      const epoch = await store.epoch();
      expect(epoch).not.toBe("");
      expect(await second.epoch()).toBe(epoch);
    });
  });
};
