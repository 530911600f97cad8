import { beforeAll, describe, expect, it } from "vitest";
import { runHistory } from "./history.ts";
import { plants } from "./plants.ts";

beforeAll(() => {
  console.log = () => {};
});

/** More seeds than this a planted bug may not survive. */
const seedsMax = 200;

describe("the simulation finds", () => {
  it.each(plants)("$name: $wrong", { timeout: 600_000 }, async (plant) => {
    for (let seed = 1; seed <= seedsMax; seed++) {
      const { violations } = await runHistory(seed, plant);
      if (violations.length > 0) return expect(violations[0]?.invariant).toMatch(/^I\d$/);
    }
    expect.fail(`survived ${seedsMax} seeds`);
  });
});
