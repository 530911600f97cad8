import { describe, expect, it } from "vitest";
import { isFitting, noMemory, parseMemory, visitGapMs, withVisit } from "./install-moment.ts";

describe("the moment to offer installing", () => {
  it("is the third visit; opening it again within the hour is the same one", () => {
    let memory = withVisit(noMemory, 1);
    memory = withVisit(memory, visitGapMs - 1);
    expect([memory.visits, isFitting(memory)]).toEqual([1, false]);
    memory = withVisit(memory, 2 * visitGapMs);
    expect([memory.visits, isFitting(memory)]).toEqual([2, false]);
    memory = withVisit(memory, 4 * visitGapMs);
    expect([memory.visits, isFitting(memory)]).toEqual([3, true]);
  });

  it("is at once when something was kept without a network", () =>
    expect(isFitting({ ...noMemory, keptOffline: true })).toBe(true));

  it("never comes again once it was sent away", () =>
    expect(isFitting({ visits: 9, lastVisitMs: 0, keptOffline: true, isDismissed: true })).toBe(false));

  it("starts over where nothing readable is stored", () => {
    for (const text of [null, "no json", "null", "3"]) expect(parseMemory(text)).toEqual(noMemory);
  });
});
