import { describe, expect, it } from "vitest";
import { offsetsOf, rowAt } from "./row-offsets.ts";

describe("the rows of a long list", () => {
  const mixed = offsetsOf([2, 4, 4, 2], (height) => height);

  it("begin where those before them end", () => {
    expect(offsetsOf(["a", "b"], 3)).toEqual([0, 3, 6]);
    expect(mixed).toEqual([0, 2, 6, 10, 12]);
  });

  it.each([
    [-5, 0],
    [0, 0],
    [1.9, 0],
    [2, 1],
    [9.5, 2],
    [11, 3],
    [400, 3],
  ])("at %d rem is row %d", (distance, row) => expect(rowAt(mixed, distance)).toBe(row));

  it("of an empty list begin with the first there will be", () => expect(rowAt(offsetsOf([], 3), 7)).toBe(0));
});
