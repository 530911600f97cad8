/**
 * Decisions that are still a person's own to undo. For a few seconds a decision stands beside the ticket, not in it: it is
 * written down on this device, shown as taken, and sent by nobody. When its time is over it becomes an action like any
 * other. Undone, it is gone; there is nothing to take back. It is never lost: leaving the page takes it, and what a page
 * that died has left behind is taken at the next start.
 */
import { type Accessor, createSignal } from "solid-js";
import type { ActionId } from "../../shared/ids.ts";
import type { DeviceClock } from "./core/ports.ts";
import type { KeptDecision } from "./device.ts";
import type { KeptDecisions } from "./kept-decisions.ts";
import { undoMs } from "./undo-time.ts";

/** A decision that has been taken stands in the lists by itself after this long; until then it goes on being shown. */
const shownAfterMs = 2_000;

/** Decisions taken together, undone together. */
export interface UndoableBatch {
  id: ActionId;
  decisions: readonly KeptDecision[];
  /** Device clock; moves on while time stands still. */
  endsAt: number;
}

export interface UndoableDecisions {
  /** Oldest first. */
  batches: Accessor<readonly UndoableBatch[]>;
  /** Since when time stands still; null while it runs. */
  pausedAt: Accessor<number | null>;
  undo(batch: ActionId): void;
  /** Somebody looks at the way back: time stands still until `resume`. */
  pause(): void;
  resume(): void;
  /** Nothing is to be undone any more; resolves when all of it is in its tickets. */
  takeAll(): Promise<void>;
}

export interface RunningUndoable extends UndoableDecisions {
  /** Everything that is to be shown as done and may not stand in its ticket yet. */
  shown: Accessor<readonly KeptDecision[]>;
  /** Those of them that are not in their tickets yet; what became of the others is the outbox's to say. */
  untaken: Accessor<readonly KeptDecision[]>;
  decide(decisions: readonly KeptDecision[]): void;
  listen(listener: () => void): () => void;
  /** Takes what an earlier page left behind, unless it lives on in another tab. */
  start(): Promise<void>;
  /** Lets go of everything without taking it: the next start does. */
  stop(): void;
}

export interface UndoableDeps {
  kept: KeptDecisions;
  clock: DeviceClock;
  /** Puts the action into its ticket; resolves when that is on disk. Again under the same id it changes nothing. */
  take(decision: KeptDecision): Promise<void>;
}

export const createUndoable = ({ kept, clock, take }: UndoableDeps): RunningUndoable => {
  const [batches, setBatches] = createSignal<readonly UndoableBatch[]>([]);
  const [taking, setTaking] = createSignal<readonly KeptDecision[]>([]);
  const [taken, setTaken] = createSignal<ReadonlySet<ActionId>>(new Set());
  const [pausedAt, setPausedAt] = createSignal<number | null>(null);
  const listeners = new Set<() => void>();
  let cancelTimer = () => {};

  const tell = () => {
    for (const listener of listeners) listener();
  };

  const schedule = () => {
    cancelTimer();
    const [next] = batches();
    if (next === undefined || pausedAt() !== null) return;
    cancelTimer = clock.setTimer(Math.max(0, next.endsAt - clock.now()), () => void takeUntil(clock.now()));
  };

  const takeUntil = async (nowMs: number): Promise<void> => {
    const over = batches().filter(({ endsAt }) => endsAt <= nowMs);
    const decisions = over.flatMap((batch) => batch.decisions);
    setTaking((before) => [...before, ...decisions]);
    setBatches((all) => all.filter((batch) => !over.includes(batch)));
    schedule();
    await Promise.all(decisions.map(takeOne));
  };

  const takeOne = async (decision: KeptDecision): Promise<void> => {
    await kept.kept(decision.id);
    await take(decision);
    await kept.forget(decision.id);
    setTaken((before) => new Set([...before, decision.id]));
    clock.setTimer(shownAfterMs, () => {
      setTaking((all) => all.filter(({ id }) => id !== decision.id));
      setTaken((before) => new Set([...before].filter((id) => id !== decision.id)));
      tell();
    });
  };

  /** What the device cannot keep it does not hold back either: in memory only it could be lost. */
  const takeAtOnce = (id: ActionId) => {
    setBatches((all) => all.map((batch) => (batch.id === id ? { ...batch, endsAt: 0 } : batch)));
    void takeUntil(0);
  };

  const shown = () => [...taking(), ...batches().flatMap(({ decisions }) => decisions)];

  return {
    batches,
    pausedAt,
    shown,
    untaken: () => shown().filter(({ id }) => !taken().has(id)),
    decide: (decisions) => {
      const [first] = decisions;
      if (first === undefined) return;
      const endsAt = (pausedAt() ?? clock.now()) + undoMs;
      setBatches((all) => [...all, { id: first.id, decisions, endsAt }]);
      schedule();
      tell();
      void kept.keep(decisions).then((isKept) => isKept || takeAtOnce(first.id));
    },
    undo: (id) => {
      const batch = batches().find((one) => one.id === id);
      if (batch === undefined) return;
      setBatches((all) => all.filter((one) => one !== batch));
      schedule();
      tell();
      for (const decision of batch.decisions) void kept.forget(decision.id);
    },
    pause: () => {
      if (pausedAt() === null) setPausedAt(clock.now());
      cancelTimer();
    },
    resume: () => {
      const since = pausedAt();
      if (since === null) return;
      const stood = clock.now() - since;
      setPausedAt(null);
      setBatches((all) => all.map((batch) => ({ ...batch, endsAt: batch.endsAt + stood })));
      schedule();
    },
    takeAll: () => takeUntil(Number.POSITIVE_INFINITY),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () =>
      kept.inherit((decision) => {
        setTaking((before) => [...before, decision]);
        tell();
        void takeOne(decision);
      }),
    stop: () => {
      cancelTimer();
      kept.release();
    },
  };
};
