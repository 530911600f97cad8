import { beforeEach, describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import { addAction, setDescriptionText } from "../../shared/document/write.ts";
import type { ActionId, TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { people } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { expectConverged } from "../testing/sync/expect-converged.ts";
import { settle } from "../testing/sync/fake-clock.ts";
import { createSyncWorld, type SyncWorld, type Writer } from "../testing/sync/sync-world.ts";
import { repairCodes } from "../testing/sync/told.ts";
import { type Watcher, watch } from "../testing/sync/watcher.ts";

const [requester, head, admin] = [people["marketing-1"].id, people["marketing-head"].id, people.admin.id];
const setTitle = (title: string) => (doc: Y.Doc) => void doc.getMap(roots.fields).set("title", title);
const titleIn = (doc: Y.Doc) => doc.getMap(roots.fields).get("title");

let world: SyncWorld;
let id: TicketId;
let writer: Writer;
let watcher: Watcher;
beforeEach(async () => {
  world = createSyncWorld();
  id = world.ticket("requested");
  writer = await world.as("marketing-1", id, 50);
  watcher = await watch(world.core.room(id), head);
});
const log = () => world.tables.log.get(id) ?? [];

describe("[I3] durable before visible", () => {
  it("nobody sees or is told anything before the commit has resolved", async () => {
    const release = world.control.holdCommits();
    let answer: string | null = null;
    void world.core.submit(requester, id, writer.edit(setTitle("Autumn"))).then(({ kind }) => {
      answer = kind;
    });
    await world.clock.advance(1_000);
    expect([answer, watcher.seqs, log().length]).toEqual([null, [], 1]);
    expect((await world.core.read(admin, id))?.seq).toBe(1);
    expect(titleIn((await world.as("admin", id)).doc)).toBe("Sample website_banner");
    expect(world.core.room(id).row()).toBe("busy");
    release();
    await settle();
    expect([answer, watcher.seqs, titleIn(watcher.doc)]).toEqual(["acked", [2], "Autumn"]);
    expect(titleIn((await world.as("admin", id)).doc)).toBe("Autumn");
  });

  it("what arrives during a commit waits for the next, in order, and is never lost", async () => {
    const release = world.control.holdCommits();
    const updates = ["A", "B", "C"].map((title) => writer.edit(setTitle(title)));
    const results = updates.map((update) => world.core.submit(requester, id, update));
    await settle();
    results.push(world.core.submit(requester, id, writer.edit(setTitle("D"))));
    await settle();
    release();
    expect((await Promise.all(results)).map((result) => result.kind === "acked" && result.seq)).toEqual([2, 3, 4, 5]);
    await settle();
    expect(world.control.commits).toBe(2);
    expect([watcher.seqs, titleIn(watcher.doc)]).toEqual([[2, 3, 4, 5], "D"]);
  });

  it("an update without repairs is logged and shown as the bytes that came in", async () => {
    const update = writer.edit((doc) => setDescriptionText(doc, "New words."));
    expect(await writer.submit(update)).toMatchObject({ kind: "acked", asSent: true });
    expect(log()[1]?.update).toEqual(update);
  });

  it("a forbidden value and its repair are one entry: nobody ever sees the value", async () => {
    const seen: unknown[] = [];
    watcher.doc.getMap(roots.state).observe(() => seen.push(watcher.doc.getMap(roots.state).get("status")));
    await writer.write((doc) => doc.getMap(roots.state).set("status", "approved"));
    expect(log()).toHaveLength(2);
    expect(new Set(seen)).toEqual(new Set(["requested"]));
  });

  it("somebody who joins while others keep writing is not kept waiting", async () => {
    let isWriting = true;
    const write = async () => {
      for (let i = 0; isWriting; i++) {
        void world.core.submit(requester, id, writer.edit(setTitle(`title ${i}`)));
        await settle();
      }
    };
    const hold = async () => {
      // Each commit takes longer than the next keystroke.
      while (isWriting) {
        const release = world.control.holdCommits();
        for (let i = 0; i < 3; i++) await settle();
        release();
      }
    };
    const writing = Promise.all([write(), hold()]);
    for (let i = 0; i < 10; i++) await settle();
    const read = await Promise.race([world.core.read(admin, id), settleTimes(200)]);
    isWriting = false;
    await writing;
    expect(read).toMatchObject({ seq: expect.any(Number) });
  });
});

describe("a commit that fails", () => {
  it("is tried again under the same id, and found where it was written after all", async () => {
    for (const written of [false, true]) {
      const repair = world.control.breakCommits(written);
      const result = writer.submit(writer.edit(setTitle(`written: ${written}`)));
      await world.clock.advance(limits.commitRetryMinMs * 4);
      expect(world.core.isHealthy()).toBe(false);
      repair();
      await world.clock.advance(limits.commitRetryMaxMs);
      expect((await result).kind).toBe("acked");
      expect(world.core.isHealthy()).toBe(true);
    }
    expect(log().map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(watcher.seqs).toEqual([2, 3]);
    await expectConverged(world, id, admin);
  });

  it("for too long: later, the document is dropped, clients are told to try again", async () => {
    const repair = world.control.breakCommits(false);
    const updates = [setTitle("A"), setTitle("B")].map((change) => writer.edit(change));
    const first = world.core.submit(requester, id, updates[0] as Uint8Array);
    await settle();
    const second = world.core.submit(requester, id, updates[1] as Uint8Array);
    await world.clock.advance(limits.commitWaitMs + 2 * limits.commitRetryMaxMs);
    expect(await Promise.all([first, second])).toEqual([{ kind: "later" }, { kind: "later" }]);
    expect(watcher).toMatchObject({ seqs: [], closedWith: closeCodes.tryLater });
    repair();
    const fresh = await world.as("admin", id);
    expect(titleIn(fresh.doc)).toBe("Sample website_banner");
    // The device still has both, and sends them again.
    for (const update of updates) expect((await writer.submit(update)).kind).toBe("acked");
    expect(world.stored(id).fields.title).toBe("B");
    expect(log()).toHaveLength(3);
    await expectConverged(world, id, admin);
  });

  it("for too long although it was written: sending it again does not double it", async () => {
    const repair = world.control.breakCommits(true);
    const update = writer.edit((doc) => addAction(doc, "a1" as ActionId, { type: "trash", actor: requester }));
    const result = world.core.submit(requester, id, update);
    await world.clock.advance(limits.commitWaitMs + 2 * limits.commitRetryMaxMs);
    expect(await result).toEqual({ kind: "later" });
    repair();
    expect(await writer.submit(update)).toMatchObject({ kind: "acked", seq: 2 });
    expect(log().flatMap(({ events }) => events)).toHaveLength(1);
    await expectConverged(world, id, admin);
  });

  it("in one room leaves the others alone", async () => {
    const other = world.ticket("requested");
    const load = world.store.load;
    world.store.load = async (ids) => {
      const found = await load(ids);
      const poisoned = found.get(id);
      if (poisoned !== undefined) for (const entry of poisoned.tail) entry.update = new Uint8Array([255]);
      return found;
    };
    const results = [id, other].map((ticket) => world.core.submit(requester, ticket, writer.edit(setTitle("A"))));
    expect((await Promise.all(results)).map(({ kind }) => kind)).toEqual(["later", "missing"]);
  });
});

describe("who may not write", () => {
  it.each([
    ["is not active", { isActive: false }, "inactive"],
    ["lost the right to read", { role: "member" as const, department: people["sales-1"].department }, "forbidden"],
  ])("somebody who %s", async (_name, change, code) => {
    const manager = await world.as("marketing-head", id);
    world.directory = {
      ...world.directory,
      departments: new Map(),
      people: new Map([...world.directory.people, [head, { ...people["marketing-head"], ...change }]]),
    };
    expect(await manager.write(setTitle("Mine"))).toEqual({ kind: "refused", code, facts: {} });
    expect(log()).toHaveLength(1);
    world.core.directoryChanged();
    expect(watcher.closedWith).toBe(closeCodes.forbidden);
  });

  it("[I9] somebody whom an entry takes the right to read does not see it any more, its author reads its answer", async () => {
    const ads = world.ticket("requested", { fields: { suggestedAssignees: [people["creative-1"].id] } });
    const suggested = await watch(world.core.room(ads), people["creative-1"].id);
    const author = await world.as("marketing-1", ads);
    const result = await author.write((doc) => doc.getMap(roots.fields).set("suggestedAssignees", []));
    expect(result.kind).toBe("acked");
    expect(suggested).toMatchObject({ seqs: [], closedWith: closeCodes.forbidden });
  });

  it("[I7] what is refused is told by the reason", async () => {
    expect(await writer.submit(new Uint8Array([1, 2, 3]))).toMatchObject({ kind: "refused", code: "malformed" });
    expect(repairCodes(await writer.write((doc) => doc.getMap(roots.fields).set("kind", "support")))).toEqual([
      "fields.kind: invalid_value",
    ]);
  });
});

const settleTimes = async (times: number): Promise<string> => {
  for (let i = 0; i < times; i++) await settle();
  return "still waiting";
};
