import { expect, it } from "vitest";
import { createPooledRandom } from "./random.ts";

it("never gives the same bytes twice, nor bytes that a later call changes", () => {
  const random = createPooledRandom();
  const given = Array.from({ length: 2_000 }, () => random(16));
  const before = given.map((bytes) => bytes.join());
  expect(new Set(before).size).toBe(given.length);
  random(4096);
  expect(given.map((bytes) => bytes.join())).toEqual(before);
});

it("gives as many as are asked for", () => {
  const random = createPooledRandom();
  expect([0, 1, 16, 4096, 10_000].map((count) => random(count).length)).toEqual([0, 1, 16, 4096, 10_000]);
});
