import { expect, it } from "vitest";
import { withChoice } from "./recent.ts";

it("keeps the last five choices, each once, the newest first", () => {
  const chosen = ["a", "b", "c", "a", "d", "e", "f"].reduce<string[]>(withChoice, []);
  expect(chosen).toEqual(["f", "e", "d", "a", "c"]);
});
