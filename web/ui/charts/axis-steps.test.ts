import { describe, expect, it } from "vitest";
import { axisSteps } from "./axis-steps.ts";

describe("an axis", () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [4, [0, 2, 4]],
    [11, [0, 5, 10]],
    [30, [0, 10, 20, 30]],
    [47, [0, 20, 40]],
    [260, [0, 100, 200]],
  ])("up to %i names %j", (largest, steps) => expect(axisSteps(largest)).toEqual(steps));
});
