import { beforeAll, describe, expect, it } from "vitest";
import { fixedSeeds } from "./fixed-seeds.ts";
import { runHistory } from "./history.ts";

beforeAll(() => {
  // Yjs says so when a hostile client forges an id; here that is daily business.
  console.log = () => {};
});

describe("a history", () => {
  it.each(fixedSeeds)("[I1–I9] of seed %i violates nothing", { timeout: 60_000 }, async (seed) => {
    expect((await runHistory(seed)).violations).toEqual([]);
  });

  it("goes the same way every time", { timeout: 120_000 }, async () => {
    for (const seed of [3, 7, 11]) {
      const [first, second] = [await runHistory(seed), await runHistory(seed)];
      expect(second.traceHash).toBe(first.traceHash);
      expect(second.counts).toEqual(first.counts);
    }
  });

  it("goes another way for another seed", { timeout: 60_000 }, async () => {
    expect((await runHistory(1)).traceHash).not.toBe((await runHistory(2)).traceHash);
  });
});
