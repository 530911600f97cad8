/**
 * Decisions on the disk of this device, each with a right to it that the tab which made it holds for as long as it lives:
 * no other tab takes what may yet be undone, and what a dead tab left behind is inherited.
 */
import type { ActionId } from "../../shared/ids.ts";
import type { DeviceStore } from "./core/device-store.ts";
import type { DeviceClock, TabLocks } from "./core/ports.ts";
import type { KeptDecision } from "./device.ts";

/** What was undone must not stay on the disk: deleting it is tried again this often. */
const retryMs = 1_000;

export interface KeptDecisionsDeps {
  store: Pick<DeviceStore, "loadDecisions" | "keepDecisions" | "dropDecisions">;
  locks: TabLocks;
  clock: DeviceClock;
}

export interface KeptDecisions {
  /** Answers false where the device cannot store. */
  keep(decisions: readonly KeptDecision[]): Promise<boolean>;
  /** Resolves when the decision is on the disk, or will never be. */
  kept(id: ActionId): Promise<unknown>;
  /** Off the disk, then open to other tabs, in this order. */
  forget(id: ActionId): Promise<void>;
  /** Calls back with each decision that no living tab holds, now or once its tab is gone. */
  inherit(take: (decision: KeptDecision) => void): Promise<void>;
  /** Gives up every right; what is on the disk stays. */
  release(): void;
}

interface Mine {
  right: Promise<() => void>;
  kept: Promise<boolean>;
}

export const createKeptDecisions = ({ store, locks, clock }: KeptDecisionsDeps): KeptDecisions => {
  const mine = new Map<ActionId, Mine>();
  let isReleased = false;

  const inheritOne = async (id: ActionId, take: (decision: KeptDecision) => void) => {
    const right = locks.acquire(rightTo(id));
    const giveUp = await right;
    // Undone or taken by the tab that held it until now?
    const decision = (await loadAll()).find((one) => one.id === id);
    if (decision === undefined || isReleased) return giveUp();
    mine.set(id, { right, kept: Promise.resolve(true) });
    take(decision);
  };
  const loadAll = () => store.loadDecisions().catch(() => []);

  return {
    keep: (decisions) => {
      // Asked for first, so that whoever sees the row stands behind this tab.
      const rights = decisions.map(({ id }) => locks.acquire(rightTo(id)));
      const kept = isDone(store.keepDecisions(decisions));
      for (const [i, { id }] of decisions.entries())
        mine.set(id, { right: rights[i] ?? Promise.resolve(() => {}), kept });
      return kept;
    },
    kept: (id) => mine.get(id)?.kept ?? Promise.resolve(),
    forget: async (id) => {
      const held = mine.get(id);
      await held?.kept;
      while (!(await isDone(store.dropDecisions([id])))) {
        await new Promise<void>((resolve) => clock.setTimer(retryMs, resolve));
      }
      mine.delete(id);
      (await held?.right)?.();
    },
    inherit: async (take) => {
      const left = await loadAll();
      for (const { id } of left) if (!mine.has(id)) void inheritOne(id, take);
    },
    release: () => {
      isReleased = true;
      for (const { right } of mine.values()) void right.then((giveUp) => giveUp());
      mine.clear();
    },
  };
};

const rightTo = (id: ActionId): string => `decision-${id}`;

const isDone = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
