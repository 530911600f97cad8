import { describe, expect, it } from "vitest";
import { createSimRandom } from "./random.ts";

describe("seeded randomness", () => {
  it("draws the same numbers for the same seed", () => {
    const draw = (seed: number) => {
      const random = createSimRandom(seed);
      return [random.next(), random.int(1000), ...random.bytes(4), random.fork().next()];
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("keeps to its bounds and weights", () => {
    const random = createSimRandom(1);
    const drawn = { often: 0, seldom: 0, never: 0 };
    for (let i = 0; i < 4000; i++) drawn[random.weighted({ often: 3, seldom: 1, never: 0 })]++;
    expect(drawn.never).toBe(0);
    expect(drawn.often / drawn.seldom).toBeGreaterThan(2.5);
    expect(drawn.often / drawn.seldom).toBeLessThan(3.5);
    expect(Array.from({ length: 500 }, () => random.int(3)).every((n) => n >= 0 && n < 3)).toBe(true);
  });
});
