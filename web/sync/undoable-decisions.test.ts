import { describe, expect, it } from "vitest";
import type { ActionId, TicketId, UserId } from "../../shared/ids.ts";
import { createFakeClock, type FakeClock } from "./core/fake-schedule.ts";
import { createMemoryDeviceStore, createMemoryDisk, type MemoryDisk } from "./core/memory-device-store.ts";
import type { TabLocks } from "./core/ports.ts";
import type { KeptDecision } from "./device.ts";
import { createKeptDecisions } from "./kept-decisions.ts";
import { createUndoable } from "./undoable-decisions.ts";

const decision = (id: string): KeptDecision => ({
  id: id as ActionId,
  ticket: `ticket of ${id}` as TicketId,
  action: { type: "approve", actor: "me" as UserId },
});
const [first, second] = [decision("d1"), decision("d2")];

/** One person's browser: what tabs share, and what arrived in tickets. */
const browser = () => {
  const disk = createMemoryDisk();
  const clock = createFakeClock();
  const taken: ActionId[] = [];
  const queues = new Map<string, Promise<void>>();
  const locks: TabLocks = {
    acquire: (name) => {
      const before = queues.get(name) ?? Promise.resolve();
      let giveUp = () => {};
      const held = new Promise<void>((resolve) => {
        giveUp = resolve;
      });
      queues.set(name, Promise.all([before, held]).then());
      return before.then(() => giveUp);
    },
  };
  return { disk, clock, taken, locks };
};

const tab = ({ disk, clock, taken, locks }: ReturnType<typeof browser>) =>
  createUndoable({
    clock,
    kept: createKeptDecisions({ store: createMemoryDeviceStore(disk), locks, clock }),
    take: async ({ id }) => {
      if (!taken.includes(id)) taken.push(id);
    },
  });

const onDisk = (disk: MemoryDisk) => [...disk.decisions.keys()];
const settle = (clock: FakeClock) => clock.pass(0);

describe("a decision that can be undone", () => {
  it("is shown at once, kept on the disk, and in its ticket when its time is over", async () => {
    const world = browser();
    const undoable = tab(world);
    undoable.decide([first]);
    expect(undoable.shown()).toEqual([first]);
    expect(undoable.untaken()).toEqual([first]);
    await world.clock.pass(7_999);
    expect(world.taken).toEqual([]);
    expect(onDisk(world.disk)).toEqual(["d1"]);
    await world.clock.pass(1);
    await settle(world.clock);
    expect(world.taken).toEqual(["d1"]);
    expect(onDisk(world.disk)).toEqual([]);
    expect(undoable.batches()).toEqual([]);
    // The list row follows a moment later; until then this shows it, and no longer says that it waits.
    await world.clock.pass(100);
    expect(undoable.shown()).toEqual([first]);
    expect(undoable.untaken()).toEqual([]);
    await world.clock.pass(3_000);
    expect(undoable.shown()).toEqual([]);
  });

  it("never reaches its ticket once undone, not by a later start either", async () => {
    const world = browser();
    const undoable = tab(world);
    undoable.decide([first]);
    undoable.undo(first.id);
    expect(undoable.shown()).toEqual([]);
    await settle(world.clock);
    expect(onDisk(world.disk)).toEqual([]);
    await tab(world).start();
    await world.clock.pass(20_000);
    expect(world.taken).toEqual([]);
  });

  it("is undone with those it was taken with; each batch has its own time", async () => {
    const world = browser();
    const undoable = tab(world);
    undoable.decide([first, second]);
    await world.clock.pass(5_000);
    undoable.decide([decision("d3")]);
    undoable.undo(first.id);
    await world.clock.pass(7_999);
    expect(world.taken).toEqual([]);
    await world.clock.pass(1);
    expect(world.taken).toEqual(["d3"]);
  });

  it("[WCAG 2.2.1] waits while somebody looks at the way back", async () => {
    const world = browser();
    const undoable = tab(world);
    undoable.decide([first]);
    await world.clock.pass(6_000);
    undoable.pause();
    await world.clock.pass(60_000);
    expect(world.taken).toEqual([]);
    undoable.resume();
    await world.clock.pass(1_999);
    expect(world.taken).toEqual([]);
    await world.clock.pass(1);
    expect(world.taken).toEqual(["d1"]);
  });

  it("is taken when the page is left", async () => {
    const world = browser();
    const undoable = tab(world);
    undoable.decide([first]);
    undoable.decide([second]);
    await undoable.takeAll();
    expect(world.taken).toEqual(["d1", "d2"]);
    undoable.undo(first.id);
    await world.clock.pass(20_000);
    expect(world.taken).toEqual(["d1", "d2"]);
  });

  it("is taken by the next start where its page died", async () => {
    const world = browser();
    tab(world).decide([first]);
    await settle(world.clock);
    // Another browser process: no right of the dead tab is left.
    const later = { ...world, locks: browser().locks };
    const undoable = tab(later);
    await undoable.start();
    await settle(world.clock);
    expect(world.taken).toEqual(["d1"]);
    expect(onDisk(world.disk)).toEqual([]);
  });

  it("is not taken by another tab while its own lives, but when that lets go of it", async () => {
    const world = browser();
    const own = tab(world);
    own.decide([first]);
    await settle(world.clock);
    const other = tab(world);
    await other.start();
    await settle(world.clock);
    expect(world.taken).toEqual([]);
    own.stop();
    await settle(world.clock);
    expect(world.taken).toEqual(["d1"]);
  });

  it("undone in its own tab is not taken by one that waited for it", async () => {
    const world = browser();
    const own = tab(world);
    own.decide([first]);
    await settle(world.clock);
    await tab(world).start();
    own.undo(first.id);
    await world.clock.pass(20_000);
    expect(world.taken).toEqual([]);
  });

  it("is taken at once where the device cannot keep it", async () => {
    const world = browser();
    const store = createMemoryDeviceStore(world.disk, async (name, work) => {
      if (name === "keepDecisions") throw new Error("no room");
      return work();
    });
    const kept = createKeptDecisions({ store, locks: world.locks, clock: world.clock });
    const undoable = createUndoable({ clock: world.clock, kept, take: async ({ id }) => void world.taken.push(id) });
    undoable.decide([first]);
    await settle(world.clock);
    expect(world.taken).toEqual(["d1"]);
  });
});
