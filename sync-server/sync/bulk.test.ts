import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import { setDescriptionText } from "../../shared/document/write.ts";
import type { TicketId } from "../../shared/ids.ts";
import {
  type BulkTicketAnswer,
  type BulkTicketRequest,
  decodeBulkAnswer,
  decodeBulkRequest,
  encodeBulkAnswer,
  encodeBulkRequest,
} from "../../shared/protocol/bulk.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import { people, type SampleUsername } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { expectConverged } from "../testing/sync/expect-converged.ts";
import * as raw from "../testing/sync/raw-update.ts";
import { createSyncWorld, type SyncWorld, type Writer } from "../testing/sync/sync-world.ts";
import { handleBulk } from "./bulk.ts";

const setTitle = (title: string) => (doc: Y.Doc) => void doc.getMap(roots.fields).set("title", title);
const admin = people.admin.id;

let world: SyncWorld;
let id: TicketId;
let writer: Writer;
beforeEach(async () => {
  world = createSyncWorld();
  id = world.ticket("requested");
  writer = await world.as("marketing-1", id, 50);
});

/** One request, through the bytes both ways. */
const ask = async (
  username: SampleUsername,
  tickets: BulkTicketRequest[],
  more: { epoch?: string; version?: number } = {},
) => {
  const request = decodeBulkRequest(encodeBulkRequest({ version: protocolVersion, epoch: "", tickets, ...more }));
  const answer = await handleBulk(people[username].id, request, { ...world, directory: () => world.directory });
  return answer.ok ? { ok: true as const, value: decodeBulkAnswer(encodeBulkAnswer(answer.value)) } : answer;
};
const askFor = async (username: SampleUsername, ...tickets: BulkTicketRequest[]): Promise<BulkTicketAnswer[]> => {
  const answer = await ask(username, tickets);
  if (!answer.ok) throw new Error(answer.error);
  expect(answer.value.tickets.map((ticket) => ticket.id)).toEqual(tickets.map((ticket) => ticket.id));
  return answer.value.tickets;
};
const about = (ticket: TicketId, since = 0, ...updates: Uint8Array[]): BulkTicketRequest => ({
  id: ticket,
  since,
  updates,
});
const synced = (answer: BulkTicketAnswer | undefined) => {
  if (answer?.status !== "synced") throw new Error(`not synced: ${answer?.status}`);
  return answer;
};
const docOf = (...updates: Uint8Array[]) => {
  const doc = new Y.Doc();
  for (const update of updates) if (update.length > 0) Y.applyUpdate(doc, update);
  return doc;
};

describe("bulk sync brings a device what it lacks", () => {
  it("[B3] all of it at first, later only what is new, and nothing where nothing is", async () => {
    const first = synced((await askFor("marketing-head", about(id)))[0]);
    expect(docOf(first.diff).getMap(roots.fields).get("title")).toBe("Sample website_banner");
    expect([first.seq, first.results, first.missed]).toEqual([1, [], []]);
    const update = writer.edit(setTitle("A"));
    await writer.submit(update);
    const second = synced((await askFor("marketing-head", about(id, first.seq)))[0]);
    expect([second.seq, second.diff]).toEqual([2, update]);
    const third = synced((await askFor("marketing-head", about(id, second.seq)))[0]);
    expect([third.seq, third.diff.length]).toEqual([2, 0]);
  });

  it("the same from before and after a snapshot", async () => {
    for (let i = 0; i < limits.snapshotEveryEntries; i++) await writer.submit(writer.edit(setTitle(`${i}`)));
    await writer.submit(writer.edit(setTitle("last")));
    expect(world.tables.snapshots.size).toBe(1);
    const whole = synced((await askFor("marketing-head", about(id)))[0]);
    for (const since of [1, 100, limits.snapshotEveryEntries, limits.snapshotEveryEntries + 1]) {
      const held = (world.tables.log.get(id) ?? []).slice(0, since).map(({ update }) => update);
      const { diff, seq } = synced((await askFor("marketing-head", about(id, since)))[0]);
      const doc = docOf(...held, diff);
      expect([seq, doc.getMap(roots.fields).get("title")]).toEqual([limits.snapshotEveryEntries + 2, "last"]);
      expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(docOf(whole.diff)));
    }
  });

  it("without building a document where nothing is to be judged", async () => {
    const other = world.ticket("approved");
    await askFor("marketing-head", about(id), about(other));
    expect(world.core.figures().openRooms).toBe(1);
  });
});

describe("bulk sync takes what a device has", () => {
  it("[B2] in the order in which it was made, and does not send it back", async () => {
    const updates = [setTitle("A"), setTitle("B"), (doc: Y.Doc) => setDescriptionText(doc, "C")].map(writer.edit);
    const answer = synced((await askFor("marketing-1", about(id, 1, ...updates)))[0]);
    expect([answer.seq, answer.results, answer.diff.length]).toEqual([4, Array(3).fill({ kind: "acked" }), 0]);
    expect(world.stored(id)).toMatchObject({ fields: { title: "B" }, brief: "C" });
    await expectConverged(world, id, admin);
  });

  it("sends back what was made of it: rulings, and what others wrote in between", async () => {
    const head = await world.as("marketing-head", id);
    await head.write(setTitle("Hers"));
    const update = writer.edit((doc) => {
      doc.getMap(roots.actions).set("a1", { type: "trash", actor: people["marketing-1"].id });
    });
    const answer = synced((await askFor("marketing-1", about(id, 1, update)))[0]);
    writer.receive(answer.diff);
    expect(writer.doc.getMap(roots.rulings).get("a1")).toMatchObject({ accepted: true });
    expect(writer.doc.getMap(roots.fields).get("title")).toBe("Hers");
    expect(Y.encodeStateVector(writer.doc)).toEqual(Y.encodeStateVector(world.replay(id)));
  });

  it("[I7] and tells what was put back, again for as long as the device has not heard of it", async () => {
    const update = writer.edit((doc) => doc.getMap(roots.state).set("status", "approved"));
    const told = {
      seq: 2,
      repairs: [{ root: "state", key: "status", wrote: "approved", code: "read_only", facts: {} }],
    };
    for (let i = 0; i < 2; i++) {
      const answer = synced((await askFor("marketing-1", about(id, 1, update)))[0]);
      expect(answer.missed).toEqual([told]);
    }
    expect(synced((await askFor("marketing-1", about(id, 2)))[0]).missed).toEqual([]);
    expect(synced((await askFor("marketing-head", about(id, 1)))[0]).missed).toEqual([]);
    for (let i = 0; i < limits.snapshotEveryEntries; i++) await writer.submit(writer.edit(setTitle(`${i}`)));
    expect(synced((await askFor("marketing-1", about(id, 1)))[0]).missed).toEqual([told]);
  });

  it("[I5] [B2] once, however often it is repeated", async () => {
    const request = about(
      id,
      1,
      writer.edit(setTitle("A")),
      writer.edit((doc) => doc.getMap(roots.actions).set("a1", { type: "trash", actor: people["marketing-1"].id })),
    );
    const first = await askFor("marketing-1", request);
    const log = world.tables.log.get(id);
    for (let i = 0; i < 3; i++) {
      const again = synced((await askFor("marketing-1", request))[0]);
      expect(again).toMatchObject({ seq: 3, results: synced(first[0]).results });
    }
    expect(world.tables.log.get(id)).toEqual(log);
  });

  it("makes drafts of tickets that nobody has", async () => {
    const ids = [world.newTicketId(), world.newTicketId()];
    const updates = await Promise.all(
      ids.map(async (draft) => (await world.as("sales-1", draft)).edit(setTitle("Mine"))),
    );
    const answers = await askFor("sales-1", ...ids.map((draft, i) => about(draft, 0, updates[i] as Uint8Array)));
    expect(answers.map((answer) => synced(answer).seq)).toEqual([1, 1]);
    expect(world.stored(ids[1] as TicketId).state.requester).toBe(people["sales-1"].id);
  });
});

describe("each ticket of a batch gets its own answer, whatever becomes of the others", () => {
  it("[B1] synced, repaired, refused, missing, gone and never there, in the order of the request", async () => {
    const foreign = world.ticket("draft");
    const unknown = world.newTicketId();
    const draft = world.newTicketId();
    const lost = writer.edit(setTitle("lost"));
    const orphan = writer.edit(setTitle("orphan"));
    const tickets = [
      about(unknown),
      about(foreign, 0, new Uint8Array([0, 0])),
      about(
        id,
        1,
        new Uint8Array([9]),
        raw.rawUpdate([{ client: 900, start: 99, structs: [raw.gc(1)] }]),
        orphan,
        lost,
        orphan,
      ),
      about(draft, 0, new Uint8Array([9])),
      about(foreign, 5),
    ];
    const answers = await askFor("marketing-head", ...tickets);
    expect(answers.map(({ status }) => status)).toEqual(["gone", "gone", "synced", "synced", "gone"]);
    expect(synced(answers[2]).results).toEqual([
      { kind: "refused", code: "malformed", facts: {} },
      { kind: "refused", code: "foreign_client_id", facts: {} },
      { kind: "refused", code: "missing", facts: {} },
      { kind: "acked" },
      { kind: "acked" },
    ]);
    expect(answers[3]).toEqual({
      id: draft,
      status: "synced",
      seq: 0,
      results: [{ kind: "refused", code: "malformed", facts: {} }],
      diff: new Uint8Array(),
      missed: [],
    });
    expect(world.tables.log.has(draft)).toBe(false);
  });

  it("[T12] [B4] a foreign ticket and one that never was are answered alike", async () => {
    const answers = await askFor(
      "sales-1",
      about(id),
      about(world.newTicketId()),
      about(id, 7),
      about(world.newTicketId(), 7),
    );
    expect(answers.map(({ id: _, ...answer }) => answer)).toEqual(Array(4).fill({ status: "gone" }));
  });

  it("a ticket that stands twice is answered twice, and whoever asks from further back misses nothing", async () => {
    const snapshot = Y.encodeStateAsUpdate(world.replay(id));
    world.tables.snapshots.set(id, { seq: 1, state: snapshot, owners: new Map() });
    const [holder, newcomer] = await askFor("admin", about(id, 1), about(id, 0));
    expect(holder).toMatchObject({ status: "synced", seq: 1, diff: new Uint8Array() });
    expect(newcomer).toMatchObject({ status: "synced", seq: 1, diff: snapshot });
  });

  it("[I9] a lost right to read is 'gone'", async () => {
    const demoted = { ...people["marketing-head"], role: "member" as const };
    world.directory = { ...world.directory, departments: new Map(), people: new Map([[demoted.id, demoted]]) };
    expect(await askFor("marketing-head", about(id, 1))).toEqual([{ id, status: "gone" }]);
  });

  it("[B4] 'later' where it cannot be stored now, with none of its answers", async () => {
    const other = world.ticket("requested");
    const repair = world.control.breakCommits(false);
    const answering = askFor("marketing-1", about(id, 1, writer.edit(setTitle("A"))), about(other));
    await world.clock.advance(limits.commitWaitMs + 2 * limits.commitRetryMaxMs);
    const answers = await answering;
    expect(answers[0]).toEqual({ id, status: "later" });
    expect(answers[1]?.status).toBe("synced");
    repair();
  });

  it("'later' for what does not fit into the answer any more, but never for the first", async () => {
    const big = raw.rawUpdate([
      { client: 70, start: 0, structs: [raw.any({ root: "comments", key: "c" }, "x".repeat(1_000_000))] },
    ]);
    const ids = Array.from({ length: 10 }, () => world.ticket("requested"));
    for (const ticket of ids) {
      const log = world.tables.log.get(ticket) ?? [];
      world.tables.log.set(ticket, [...log, { ...log[0], seq: 2, update: big } as (typeof log)[0]]);
    }
    const statuses = (await askFor("admin", ...ids.map((ticket) => about(ticket)))).map(({ status }) => status);
    const fitting = Math.floor(limits.bulkAnswerBytes / big.length);
    expect(statuses).toEqual([...Array(fitting).fill("synced"), ...Array(10 - fitting).fill("later")]);
  });
});

describe("a request that cannot be answered", () => {
  it("[V2] is of a version that is not spoken, or of too many tickets", async () => {
    expect(await ask("admin", [], { version: protocolVersion + 1 })).toEqual({
      ok: false,
      error: "unsupported_version",
    });
    const of = (count: number) => Array.from({ length: count }, () => about(id, 1));
    expect((await ask("admin", of(limits.bulkTickets))).ok).toBe(true);
    expect(await ask("admin", of(limits.bulkTickets + 1))).toEqual({ ok: false, error: "too_many_tickets" });
  });

  it("names something that is no ticket: the others are answered all the same", async () => {
    const nonsense = "../etc/passwd" as TicketId;
    const [first, second] = await askFor("admin", about(nonsense, 0, writer.edit(setTitle("A"))), about(id));
    expect(first).toEqual({ id: nonsense, status: "gone" });
    expect(second?.status).toBe("synced");
  });

  it("[B5] speaks of another history: nothing of it is merged, and the device sees which one this is", async () => {
    const answer = await ask("marketing-1", [about(id, 1, writer.edit(setTitle("A")))], { epoch: "before the backup" });
    expect(answer).toMatchObject({ ok: true, value: { epoch: "memory", tickets: [{ id, status: "later" }] } });
    expect(world.tables.log.get(id)).toHaveLength(1);
  });

  it.each([
    ["cut", (bytes: Uint8Array) => bytes.slice(0, -1)],
    ["with a tail", (bytes: Uint8Array) => Uint8Array.from([...bytes, 0])],
    ["claiming more tickets than it holds", () => new Uint8Array([1, 0, 0xff, 0xff, 0x03])],
    ["claiming more updates than it holds", () => Uint8Array.from([1, 0, 1, 1, 97, 0, 0xff, 0xff, 0x03])],
  ])("is %s", (_name, spoil) => {
    const honest = encodeBulkRequest({ version: 1, epoch: "", tickets: [about(id, 1, new Uint8Array([0, 0]))] });
    expect(() => decodeBulkRequest(spoil(honest))).toThrow();
  });
});
