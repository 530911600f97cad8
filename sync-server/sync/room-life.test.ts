import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import type { TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { people } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { expectConverged } from "../testing/sync/expect-converged.ts";
import { settle } from "../testing/sync/fake-clock.ts";
import * as raw from "../testing/sync/raw-update.ts";
import { briefClient, createSyncWorld, type SyncWorld, type Writer } from "../testing/sync/sync-world.ts";
import { watch } from "../testing/sync/watcher.ts";

const [requester, head, admin] = [people["marketing-1"].id, people["marketing-head"].id, people.admin.id];
const setTitle = (title: string) => (doc: Y.Doc) => void doc.getMap(roots.fields).set("title", title);

let world: SyncWorld;
let id: TicketId;
let writer: Writer;
beforeEach(async () => {
  world = createSyncWorld();
  id = world.ticket("requested");
  writer = await world.as("marketing-1", id, 50);
});
const log = () => world.tables.log.get(id) ?? [];

describe("a snapshot", () => {
  const writeUntil = async (seq: number) => {
    while (log().length < seq) await writer.submit(writer.edit(setTitle(`title ${log().length}`)));
  };

  it("is made every so many entries, and the ticket is the same with it", async () => {
    await writeUntil(limits.snapshotEveryEntries - 1);
    expect(world.tables.snapshots.size).toBe(0);
    await writeUntil(limits.snapshotEveryEntries + 5);
    expect(world.tables.snapshots.get(id)?.seq).toBe(limits.snapshotEveryEntries);
    const fresh = await world.secondCore().read(admin, id);
    expect(fresh?.seq).toBe(limits.snapshotEveryEntries + 5);
    await expectConverged(world, id, admin);
  });

  it("[T16] knows whose every client id is", async () => {
    await writeUntil(limits.snapshotEveryEntries);
    expect(world.tables.snapshots.get(id)?.owners).toEqual(
      new Map([
        [briefClient, requester],
        [50, requester],
      ]),
    );
    const forged = raw.rawUpdate([{ client: 50, start: log().length - 1, structs: [raw.gc(1)] }]);
    const there = world.secondCore();
    expect(await there.submit(head, id, forged)).toMatchObject({ kind: "refused", code: "foreign_client_id" });
    expect((await there.submit(requester, id, writer.edit(setTitle("Still mine")))).kind).toBe("acked");
  });

  it("costs nobody anything where it cannot be saved", async () => {
    world.store.saveSnapshot = async () => {
      throw new Error("disk full");
    };
    await writeUntil(limits.snapshotEveryEntries + 1);
    expect(world.complaints).toEqual(["no snapshot"]);
    expect((await world.core.read(admin, id))?.seq).toBe(limits.snapshotEveryEntries + 1);
  });

  it("is also made when a ticket goes idle after a while of work", async () => {
    await writeUntil(1 + limits.snapshotIdleEntries);
    await world.clock.advance(limits.roomIdleMs + 2 * limits.sweepMs);
    expect(world.tables.snapshots.get(id)?.seq).toBe(1 + limits.snapshotIdleEntries);
  });
});

describe("a room at rest", () => {
  const rest = () => world.clock.advance(limits.roomIdleMs + 2 * limits.sweepMs);

  it("is freed, and is there again when somebody comes", async () => {
    await writer.write(setTitle("A"));
    expect(world.core.figures().openRooms).toBe(1);
    await rest();
    expect(world.core.figures().openRooms).toBe(0);
    await writer.write(setTitle("B"));
    expect(world.stored(id).fields.title).toBe("B");
    await expectConverged(world, id, admin);
  });

  it("frees its document although people watch, and still shows them everything", async () => {
    const watcher = await watch(world.core.room(id), head);
    await writer.write(setTitle("A"));
    const loads = world.control.loads;
    await rest();
    expect(world.core.figures().openRooms).toBe(1);
    await writer.submit(writer.edit(setTitle("B")));
    expect(world.control.loads).toBe(loads + 1);
    expect(watcher.seqs).toEqual([2, 3]);
  });

  it("builds no document for an update that says nothing", async () => {
    await watch(world.core.room(id), head);
    const loads = world.control.loads;
    const nothing = new Uint8Array([0, 0]);
    expect(await world.core.submit(requester, id, nothing)).toMatchObject({ kind: "acked", seq: 1, asSent: false });
    expect(world.control.loads).toBe(loads);
    expect(log()).toHaveLength(1);
  });

  it("keeps its document until its list row has been written", async () => {
    const project = world.store.project;
    world.store.project = async () => {
      throw new Error("no database");
    };
    await writer.write((doc) => doc.getXmlFragment(roots.description).delete(0, 1));
    await rest();
    expect(world.core.figures().openRooms).toBe(1);
    world.store.project = project;
    await rest();
    expect([world.core.figures().openRooms, world.tables.rows.get(id)?.summary.brief]).toEqual([0, ""]);
  });
});

describe("[T19] bounds of a room", () => {
  /** So many comments of 9,000 letters, under ids of their own or over those before. */
  const talk = (count: number, prefix: string) =>
    writer.edit((doc) => {
      const author = people["marketing-1"].id;
      const comment = { author, body: "x".repeat(9_000), parent: null, createdAt: "2026-03-04T09:00:00.000Z" };
      for (let i = 0; i < count; i++) doc.getMap(roots.comments).set(`${prefix}${i}`, comment);
    });

  it("a ticket grows to its limit and no further, also by many updates at once", async () => {
    const pieces = Array.from({ length: 8 }, (_, i) => talk(110, `k${i}-`));
    const results = await Promise.all(pieces.map((piece) => world.core.submit(requester, id, piece)));
    expect(results.filter(({ kind }) => kind === "acked")).toHaveLength(5);
    expect(results[5]).toMatchObject({ kind: "refused", code: "too_large" });
    expect(Y.encodeStateAsUpdate(world.replay(id)).length).toBeLessThanOrEqual(limits.docBytes);
  });

  it("[T21] what is written over does not fill it: a ticket takes writing for ever, and is small to open", async () => {
    for (let i = 0; i < 20; i++) expect((await world.core.submit(requester, id, talk(50, "k"))).kind).toBe("acked");
    const atOnce = Array.from({ length: 12 }, () => talk(50, "k"));
    const results = await Promise.all(atOnce.map((update) => world.core.submit(requester, id, update)));
    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(["acked"]));
    const snapshot = world.tables.snapshots.get(id);
    const unfolded = log().filter(({ seq }) => seq > (snapshot?.seq ?? 0));
    const toOpen = unfolded.reduce((sum, { update }) => sum + update.length, snapshot?.state.length ?? 0);
    expect(toOpen).toBeLessThan(500_000 + 2 * limits.snapshotEveryBytes);
  });

  it("so many updates wait and no more; those that came too late are told so", async () => {
    const release = world.control.holdCommits();
    const first = world.core.submit(requester, id, writer.edit(setTitle("first")));
    await settle();
    const nothing = new Uint8Array([0, 0]);
    const waiting = Array.from({ length: limits.roomQueue }, () => world.core.submit(requester, id, nothing));
    expect(await world.core.submit(requester, id, nothing)).toEqual({ kind: "later" });
    release();
    expect((await first).kind).toBe("acked");
    expect(new Set((await Promise.all(waiting)).map(({ kind }) => kind))).toEqual(new Set(["acked"]));
    expect((await world.core.submit(requester, id, nothing)).kind).toBe("acked");
  });

  it("so many bytes wait and no more", async () => {
    const release = world.control.holdCommits();
    const first = world.core.submit(requester, id, writer.edit(setTitle("first")));
    await settle();
    const big = raw.rawUpdate([
      { client: 70, start: 0, structs: [raw.any({ root: "comments", key: "k" }, "x".repeat(1_000_000))] },
    ]);
    const fitting = Math.floor(limits.roomQueueBytes / big.length);
    const waiting = Array.from({ length: fitting }, () => world.core.submit(requester, id, big));
    expect(await world.core.submit(requester, id, big)).toEqual({ kind: "later" });
    release();
    await Promise.all([first, ...waiting]);
    expect((await world.core.submit(requester, id, big)).kind).toBe("acked");
  });
});

describe("draining", () => {
  it("commits what was received, writes what lags, takes nothing more, sends everybody away", async () => {
    const watcher = await watch(world.core.room(id), head);
    const release = world.control.holdCommits();
    const received = world.core.submit(
      requester,
      id,
      writer.edit((doc) => doc.getXmlFragment(roots.description).delete(0, 1)),
    );
    await settle();
    const drained = world.core.drain();
    expect(await world.core.submit(requester, id, writer.edit(setTitle("too late")))).toEqual({ kind: "later" });
    release();
    await drained;
    expect((await received).kind).toBe("acked");
    expect(watcher).toMatchObject({ seqs: [2], closedWith: closeCodes.restarting });
    expect(world.tables.rows.get(id)).toMatchObject({ seq: 2, summary: { brief: "" } });
  });
});
