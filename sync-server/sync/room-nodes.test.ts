import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import { addAction, setDescriptionText, writeFields } from "../../shared/document/write.ts";
import type { ActionId, TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { people } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { expectConverged } from "../testing/sync/expect-converged.ts";
import { settle } from "../testing/sync/fake-clock.ts";
import { createSyncWorld, type SyncWorld } from "../testing/sync/sync-world.ts";
import { repairCodes, rulingOf } from "../testing/sync/told.ts";
import { watch } from "../testing/sync/watcher.ts";
import type { SyncCore } from "./sync-core.ts";

const [requester, head, admin, stranger] = [
  people["marketing-1"].id,
  people["marketing-head"].id,
  people.admin.id,
  people["sales-1"].id,
];
const setTitle = (title: string) => (doc: Y.Doc) => void doc.getMap(roots.fields).set("title", title);
const approve = (key: string) => (doc: Y.Doc) =>
  addAction(doc, key as ActionId, { type: "approve", actor: head, step: "department" });

let world: SyncWorld;
let other: SyncCore;
let id: TicketId;
beforeEach(() => {
  world = createSyncWorld();
  other = world.secondCore();
  id = world.ticket("requested");
});

describe("[I1] two nodes write one ticket: the log's primary key decides", () => {
  it("the one that comes second reads what the first wrote, shows it, and judges again on top", async () => {
    const here = await world.as("marketing-1", id, 50);
    const watcher = await watch(world.core.room(id), head);
    const there = await world.as("creative-head", id, 60, other);
    const late = here.edit(setTitle("Hers"));
    await there.write((doc) =>
      addAction(doc, "a1" as ActionId, { type: "reject", actor: people["creative-head"].id, reason: "No." }),
    );
    await there.write((doc) => writeFields(doc, { priority: "urgent" }));
    expect(await here.submit(late)).toMatchObject({ kind: "acked", seq: 4 });
    expect(watcher.seqs).toEqual([2, 3, 4]);
    await expectConverged(world, id, admin);
  });

  it("[T36] what was allowed when it was sent may not be when it is judged again", async () => {
    const here = await world.as("marketing-1", id, 50);
    const there = await world.as("marketing-head", id, 60, other);
    await here.pull();
    const late = here.edit(setTitle("Too late"));
    await there.write(approve("a1"));
    expect(repairCodes(await here.submit(late))).toEqual(["fields.title: forbidden"]);
    expect(world.stored(id).fields.title).toBe("Sample website_banner");
    await expectConverged(world, id, admin);
  });

  it("[I5] one action that reaches both nodes at once is ruled on once", async () => {
    const writer = await world.as("marketing-head", id);
    await other.read(head, id);
    const update = writer.edit(approve("a1"));
    const results = await Promise.all([world.core, other].map((core) => core.submit(head, id, update)));
    expect(results.map((result) => result.kind === "acked" && result.seq)).toEqual([2, 2]);
    const log = world.tables.log.get(id) ?? [];
    expect([log.length, log.flatMap(({ events }) => events).length]).toEqual([2, 1]);
    await expectConverged(world, id, admin);
  });

  it("twenty updates from each side at once all arrive, in an order both agree on", async () => {
    const writers = [await world.as("marketing-1", id, 50), await world.as("marketing-head", id, 60, other)];
    const watcher = await watch(world.core.room(id), admin);
    const sent = writers.flatMap((writer, side) =>
      Array.from({ length: 20 }, (_, i) =>
        writer.submit(writer.edit((doc) => setDescriptionText(doc, `${side} ${i}`))),
      ),
    );
    expect((await Promise.all(sent)).map(({ kind }) => kind)).toEqual(Array(40).fill("acked"));
    await world.clock.advance(limits.tailPollMs);
    const seqs = Array.from({ length: 40 }, (_, i) => i + 2);
    expect((world.tables.log.get(id) ?? []).map(({ seq }) => seq)).toEqual([1, ...seqs]);
    expect(watcher.seqs).toEqual(seqs);
    expect(Y.encodeStateVector(watcher.doc)).toEqual(Y.encodeStateVector(world.replay(id)));
    await expectConverged(world, id, admin);
  });

  it("what refers to another node's entry is not missing", async () => {
    await world.core.read(admin, id);
    await (await world.as("marketing-1", id)).write(setTitle("Known here"));
    const there = await world.as("marketing-1", id, 60, other);
    await there.write((doc) => doc.getMap(roots.fields).set("title", "Theirs"));
    expect((await there.submit(there.edit(setTitle("Theirs again")))).kind).toBe("acked");
    const next = there.edit(setTitle("By the first node"));
    expect(await world.core.submit(requester, id, next)).toMatchObject({ kind: "acked", seq: 5 });
  });

  it("hints are shown at once, lost hints by the next poll", async () => {
    const watcher = await watch(world.core.room(id), head);
    const there = await world.as("marketing-1", id, 60, other);
    await there.write(setTitle("A"));
    world.core.hinted(id, 2);
    await settle();
    expect(watcher.seqs).toEqual([2]);
    await there.write(setTitle("B"));
    await world.clock.advance(limits.tailPollMs);
    expect(watcher.seqs).toEqual([2, 3]);
  });
});

describe("[I9] a ticket that nobody has stored yet", () => {
  it("is not shown to somebody who waited for it without a right to read it", async () => {
    const draft = world.newTicketId();
    const squatter = await watch(world.core.room(draft), stranger);
    await (await world.as("marketing-1", draft)).write(setTitle("Secret launch"));
    expect(squatter).toMatchObject({ seqs: [], closedWith: closeCodes.forbidden });
  });

  it("nor when another node stores it first", async () => {
    const draft = world.newTicketId();
    const squatter = await watch(world.core.room(draft), stranger);
    await (await world.as("marketing-1", draft, 50, other)).write(setTitle("Secret launch"));
    await world.clock.advance(limits.tailPollMs);
    expect(squatter).toMatchObject({ seqs: [], closedWith: closeCodes.forbidden });
  });

  it("is theirs who stored it, also for a node that had looked before", async () => {
    const draft = world.newTicketId();
    // An update that says nothing makes the node build an empty document.
    expect((await world.core.submit(stranger, draft, new Uint8Array([0, 0]))).kind).toBe("acked");
    const there = await world.as("creative-head", draft, 50, other);
    await there.write((doc) => {
      writeFields(doc, { title: "Ours", requestType: "socmed_posting", fileFormat: "still" });
      addAction(doc, "a1" as ActionId, { type: "submit", actor: people["creative-head"].id });
    });
    world.core.hinted(draft, 1);
    await settle();
    const intruder = await world.as("sales-1", draft, 70);
    expect(await intruder.submit(intruder.edit(setTitle("Mine")))).toMatchObject({
      kind: "refused",
      code: "forbidden",
    });
    const here = await world.as("creative-head", draft, 80);
    const start = here.edit((doc) =>
      addAction(doc, "a2" as ActionId, { type: "trash", actor: people["creative-head"].id }),
    );
    expect(rulingOf(await here.submit(start))).toMatchObject({ accepted: true, status: "approved" });
    expect(world.stored(draft).state.requester).toBe(people["creative-head"].id);
    await expectConverged(world, draft, admin);
  });
});
