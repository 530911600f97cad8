import { expect, it } from "vitest";
import { tooMuchSeen } from "./too-much-seen.ts";

it("lets the oldest looks go until the rest fit", () => {
  const looks = [
    { key: "second", at: "2026-02", size: 40 },
    { key: "oldest", at: "2026-01", size: 10 },
    { key: "newest", at: "2026-03", size: 50 },
  ];
  expect(tooMuchSeen(looks, 100)).toEqual([]);
  expect(tooMuchSeen(looks, 95)).toEqual(["oldest"]);
  expect(tooMuchSeen(looks, 60)).toEqual(["second", "oldest"]);
});
