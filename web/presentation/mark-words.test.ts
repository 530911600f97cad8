import { expect, it } from "vitest";
import { markWords } from "./mark-words.ts";

/** '[Cold] brew': hits in brackets. */
const marked = (text: string, query: string) =>
  markWords(text, query)
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .join("");

it.each([
  ["Cold brew launch", "", "Cold brew launch"],
  ["Cold brew launch", "BR", "Cold [br]ew launch"],
  ["Cold brew, cold shelf", "cold sh", "[Cold] brew, [cold] [sh]elf"],
  ["Café opening", "cafe", "[Café] opening"],
  ["Re-cut 16:9", "cut 9", "Re-[cut] 16:[9]"],
  ["Brew", "rew", "Brew"],
])("%j searched for %j is %j", (text, query, expected) => expect(marked(text, query)).toBe(expected));
