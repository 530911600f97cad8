import { describe, expect, it } from "vitest";
import { keepApart } from "./keep-apart.ts";

describe("labels", () => {
  it.each([
    ["stay where there is room", [10, 50], [10, 50]],
    ["part where they meet, the upper one staying above", [44, 40], [56, 40]],
    ["part upwards at the lower edge", [98, 100], [84, 100]],
    ["part though they are at one spot", [0, 0], [0, 16]],
  ])("%s", (_, wanted, placed) => expect(keepApart(wanted, 16, 0, 100)).toEqual(placed));
});
