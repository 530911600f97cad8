import { createRoot } from "solid-js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { undoMs } from "../../sync/undo-time.ts";
import { createDelayedDelete } from "./delayed-delete.ts";

const world = () => {
  const removed: string[] = [];
  const { deletion, leave } = createRoot((dispose) => ({
    deletion: createDelayedDelete(() => removed.push("removed")),
    leave: dispose,
  }));
  return { removed, deletion, leave };
};

describe("a comment that is being deleted", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("addEventListener", () => {});
    vi.stubGlobal("removeEventListener", () => {});
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("is gone after eight seconds, counted down", () => {
    const { removed, deletion } = world();
    deletion.start();
    expect(deletion.seconds()).toBe(8);
    vi.advanceTimersByTime(undoMs - 1);
    expect([deletion.seconds(), removed]).toEqual([1, []]);
    vi.advanceTimersByTime(1);
    expect([deletion.seconds(), removed]).toEqual([null, ["removed"]]);
  });

  it("stays when it is taken back", () => {
    const { removed, deletion, leave } = world();
    deletion.start();
    vi.advanceTimersByTime(3000);
    deletion.undo();
    vi.advanceTimersByTime(undoMs);
    leave();
    expect(removed).toEqual([]);
  });

  it("is gone at once, and once, when its page is left", () => {
    const { removed, deletion, leave } = world();
    deletion.start();
    leave();
    vi.advanceTimersByTime(undoMs);
    expect(removed).toEqual(["removed"]);
  });
});
