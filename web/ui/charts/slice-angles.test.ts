import { describe, expect, it } from "vitest";
import { middleOf, sliceAngles } from "./slice-angles.ts";

describe("slices", () => {
  it("share the turn as their values do", () => {
    expect(sliceAngles([1, 3], 0)).toEqual([
      { start: 0, size: 0.25 },
      { start: 0.25, size: 0.75 },
    ]);
  });

  it("are wide enough to be read, and still one turn", () => {
    const slices = sliceAngles([1, 0, 999], 0.05);
    expect(slices[0]?.size).toBeGreaterThan(0.045);
    expect(slices[1]?.size).toBe(0);
    expect(slices.reduce((sum, { size }) => sum + size, 0)).toBeCloseTo(1);
  });

  it("of nothing are nothing", () => expect(sliceAngles([0, 0], 0.05).every(({ size }) => size === 0)).toBe(true));

  it("have their middle clockwise from the top", () => {
    const { x, y } = middleOf({ start: 0, size: 0.5 });
    expect([x, y]).toEqual([1, expect.closeTo(0)]);
  });
});
