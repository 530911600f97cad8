import { beforeEach, describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import { readRulings } from "../../shared/document/read.ts";
import { addAction, writeFields } from "../../shared/document/write.ts";
import type { ActionId, TicketId } from "../../shared/ids.ts";
import { departments, people, type SampleUsername } from "../../shared/sample-world.ts";
import type { Asked } from "../../shared/testing/ask.ts";
import { fingerprint } from "../../shared/ticket/fingerprint.ts";
import { isoTime } from "../../shared/time.ts";
import type { Action } from "../../shared/workflow/actions.ts";
import { expectConverged } from "../testing/sync/expect-converged.ts";
import { createSyncWorld, type SyncWorld } from "../testing/sync/sync-world.ts";
import { repairCodes, repairsOf, rulingOf } from "../testing/sync/told.ts";

const admin = people.admin.id;
const idOf = (username: SampleUsername) => people[username].id;
const act = (key: string, username: SampleUsername, asked: Asked) => (doc: Y.Doc) =>
  addAction(doc, key as ActionId, { ...asked, actor: idOf(username) } as Action);
const putRaw = (key: string, value: unknown) => (doc: Y.Doc) => void doc.getMap(roots.actions).set(key, value);

let world: SyncWorld;
let id: TicketId;
beforeEach(() => {
  world = createSyncWorld();
  id = world.ticket("requested");
});
const rulings = () => readRulings(world.replay(id));
const events = () => world.tables.log.get(id)?.flatMap((entry) => entry.events) ?? [];

describe("[I5] an action is ruled on once", () => {
  it("and the ruling says what was decided, by whose clock", async () => {
    const head = await world.as("marketing-head", id);
    const result = await head.write(act("a1", "marketing-head", { type: "approve", at: isoTime(0) }));
    const ruling = { accepted: true, status: "pending_creative", at: isoTime(world.clock.now()) };
    expect(rulingOf(result)).toEqual(ruling);
    expect(rulings()).toEqual(new Map([["a1", ruling]]));
    expect(world.stored(id).state.deptApproval).toEqual({
      by: idOf("marketing-head"),
      at: isoTime(world.clock.now()),
      passed: false,
    });
    expect(events()).toMatchObject([{ action: "a1", type: "approve", from: "requested", to: "pending_creative" }]);
    await expectConverged(world, id, admin);
  });

  it("however often it is sent, and by whomever", async () => {
    const head = await world.as("marketing-head", id);
    const update = head.edit(act("a1", "marketing-head", { type: "approve" }));
    const results = await Promise.all([update, update, update].map((again) => head.submit(again)));
    results.push(await head.submit(update));
    expect(results.map((result) => result.kind === "acked" && result.seq)).toEqual([2, 2, 2, 2]);
    const messenger = await world.as("admin", id);
    expect(await messenger.submit(update)).toMatchObject({ kind: "acked", seq: 2 });
    expect([events().length, rulings().size, world.tables.log.get(id)?.length]).toEqual([1, 1, 2]);
    await expectConverged(world, id, admin);
  });

  it("a refused one says why, changes nothing, and stays refused", async () => {
    const [first, second] = [await world.as("marketing-head", id), await world.as("admin", id)];
    const late = second.edit(act("a2", "admin", { type: "approve", step: "department" }));
    await first.write(act("a1", "marketing-head", { type: "reject", reason: "Name the campaign." }));
    const before = world.stored(id).state;
    const ruling = rulingOf(await second.submit(late));
    expect(ruling).toMatchObject({
      accepted: false,
      code: "wrong_status",
      status: "rejected",
      facts: { status: "rejected", by: idOf("marketing-head"), action: "reject" },
    });
    expect(world.stored(id).state).toEqual(before);
    expect(events()).toHaveLength(1);
    await second.submit(late);
    expect(rulings().get("a2" as ActionId)).toEqual(ruling);
  });

  it("a role is the one of the moment of judging", async () => {
    const head = await world.as("marketing-head", id);
    const update = head.edit(act("a1", "marketing-head", { type: "approve" }));
    const demoted = { ...people["marketing-head"], role: "member" as const };
    const marketing = { ...departments.marketing, head: null };
    world.directory = {
      ...world.directory,
      people: new Map([...world.directory.people, [demoted.id, demoted]]),
      departments: new Map([...world.directory.departments, [marketing.id, marketing]]),
    };
    expect(await head.submit(update)).toMatchObject({ kind: "refused", code: "forbidden" });
    expect(world.stored(id).state.status).toBe("requested");
  });
});

describe("[D6] several actions of one update are judged in the order in which they were made", () => {
  it.each<[string, Asked, Asked]>([
    ["their count", { type: "start", n: 1, at: 9 }, { type: "complete", n: 2, at: 8 }],
    ["the device's clock", { type: "start", at: 8 }, { type: "complete", at: isoTime(9) }],
    ["their ids", { type: "start" }, { type: "complete" }],
  ])("by %s", async (_name, start, complete) => {
    const approved = world.ticket("approved");
    const writer = await world.as("creative-1", approved);
    const result = await writer.write((doc) => {
      act("b", "creative-1", complete)(doc);
      act("a", "creative-1", start)(doc);
    });
    expect(result.kind === "acked" && [...result.rulings.keys()]).toEqual(["a", "b"]);
    expect(world.stored(approved).state).toMatchObject({ status: "completed", startedBy: idOf("creative-1") });
    await expectConverged(world, approved, admin);
  });

  it("[I6] a whole offline day of one person ends as if done online", async () => {
    const draft = world.newTicketId();
    const writer = await world.as("creative-head", draft);
    const result = await writer.write((doc) => {
      writeFields(doc, { title: "Shoot", requestType: "socmed_posting", fileFormat: "still" });
      const asked: Asked[] = [
        { type: "submit" },
        { type: "assign", assignee: idOf("creative-head") },
        { type: "start" },
        { type: "complete" },
        { type: "confirm" },
      ];
      for (const [n, one] of asked.entries()) act(`a${n}`, "creative-head", { ...one, n })(doc);
    });
    expect(repairsOf(result)).toEqual([]);
    expect(world.stored(draft).state).toMatchObject({
      status: "completed",
      number: 1001,
      confirmedBy: idOf("creative-head"),
    });
    await expectConverged(world, draft, admin);
  });
});

describe("an approval is of the brief that was seen", () => {
  const seenNow = () => fingerprint(world.stored(id).fields, world.stored(id).brief);

  it("and is refused when that has changed, until it is given again", async () => {
    const head = await world.as("marketing-head", id);
    const approval = head.edit(act("a1", "marketing-head", { type: "approve", seen: seenNow() }));
    const writer = await world.as("marketing-1", id);
    await writer.write((doc) => writeFields(doc, { title: "Something else" }));
    expect(rulingOf(await head.submit(approval))).toMatchObject({ accepted: false, code: "brief_changed" });
    await head.pull();
    const again = await head.write(act("a2", "marketing-head", { type: "approve", seen: seenNow() }));
    expect(rulingOf(again)).toMatchObject({ accepted: true, status: "pending_creative" });
  });

  it("a forbidden change that was put back does not count as one", async () => {
    id = world.ticket("requested", { fields: { suggestedAssignees: [idOf("creative-1")] } });
    const head = await world.as("marketing-head", id);
    const seen = seenNow();
    const reader = await world.as("creative-1", id);
    const result = await reader.write((doc) => writeFields(doc, { title: "Something else" }));
    expect(repairCodes(result)).toEqual(["fields.title: forbidden"]);
    expect(rulingOf(await head.write(act("a1", "marketing-head", { type: "approve", seen }))).accepted).toBe(true);
  });
});

describe("an action that cannot be judged is taken out again, and its author told", () => {
  it.each<[string, unknown, string]>([
    ["of no type", { actor: idOf("marketing-1") }, "invalid_arguments"],
    ["of an unknown type", { type: "promote", actor: idOf("marketing-1") }, "invalid_arguments"],
    ["with an unknown argument", { type: "submit", actor: idOf("marketing-1"), force: true }, "invalid_arguments"],
    ["without what it needs", { type: "reject", actor: idOf("marketing-1"), reason: " " }, "invalid_arguments"],
    ["that is no map", "submit", "invalid_arguments"],
    ["[I4] in another's name", { type: "approve", actor: idOf("marketing-head") }, "not_yours"],
  ])("%s", async (_name, action, code) => {
    const writer = await world.as("marketing-1", id);
    const result = await writer.write(putRaw("a1", action));
    expect(repairsOf(result)).toEqual([{ root: "actions", key: "a1", wrote: action, code, facts: {} }]);
    expect([rulings().size, world.replay(id).getMap(roots.actions).size, events().length]).toEqual([0, 0, 0]);
    await expectConverged(world, id, admin);
  });

  it("under a key that is no id", async () => {
    const writer = await world.as("marketing-1", id);
    const result = await writer.write(putRaw("a 1", { type: "trash", actor: idOf("marketing-1") }));
    expect(repairCodes(result)).toEqual(["actions.a 1: invalid_arguments"]);
  });

  it("a submission in its place is one, with a number", async () => {
    const draft = world.newTicketId();
    const writer = await world.as("marketing-1", draft);
    await writer.write((doc) => {
      writeFields(doc, { title: "Shoot", requestType: "socmed_posting", fileFormat: "still" });
      putRaw("a1", { type: "hand in" })(doc);
    });
    await writer.write(act("a1", "marketing-1", { type: "submit" }));
    expect(world.stored(draft).state).toMatchObject({ status: "requested", number: 1001 });
    await expectConverged(world, draft, admin);
  });
});

describe("[I4] what was asked and decided stays as it is", () => {
  const refusedReject = { type: "reject", actor: idOf("marketing-head"), reason: "Mine" };

  it.each<[string, (doc: Y.Doc) => void]>([
    ["its action changed", putRaw("a1", refusedReject)],
    ["its action deleted", (doc) => doc.getMap(roots.actions).delete("a1")],
    ["its ruling changed", (doc) => doc.getMap(roots.rulings).set("a1", { accepted: false })],
    ["its ruling deleted", (doc) => doc.getMap(roots.rulings).clear()],
  ])("%s", async (_name, change) => {
    const head = await world.as("marketing-head", id, 4_000_000_000);
    await head.write(act("a1", "marketing-head", { type: "approve" }));
    const [before, action] = [rulings(), world.replay(id).getMap(roots.actions).get("a1")];
    const state = world.stored(id).state;
    expect(repairsOf(await head.write(change)).map(({ code }) => code)).toEqual(["read_only"]);
    expect([rulings(), world.replay(id).getMap(roots.actions).get("a1")]).toEqual([before, action]);
    expect([world.stored(id).state, events().length]).toEqual([state, 1]);
    await expectConverged(world, id, admin);
  });

  it.each([40, 4_000_000_000])("a forged ruling beside the action, under client id %d", async (client) => {
    const forger = await world.as("marketing-1", id, client);
    const result = await forger.write((doc) => {
      act("a1", "marketing-1", { type: "approve" })(doc);
      doc.getMap(roots.rulings).set("a1", { accepted: true, status: "approved", at: isoTime(0) });
    });
    expect(repairCodes(result)).toEqual(["rulings.a1: read_only"]);
    expect(rulings().get("a1" as ActionId)).toMatchObject({ accepted: false, status: "requested" });
    expect(forger.doc.getMap(roots.rulings).get("a1")).toMatchObject({ accepted: false });
    await expectConverged(world, id, admin);
  });

  it("a ruling forged before the action exists", async () => {
    const forger = await world.as("marketing-1", id);
    const forged = { accepted: true, status: "approved", at: isoTime(0) };
    await forger.write((doc) => doc.getMap(roots.rulings).set("a9", forged));
    expect(rulings().size).toBe(0);
    await forger.write(act("a9", "marketing-1", { type: "approve" }));
    expect(rulings().get("a9" as ActionId)).toMatchObject({ accepted: false });
  });
});
