import { expect, it } from "vitest";
import { searchWords } from "./search-words.ts";

it.each([
  ["Spring campaign, three banners", ["spring", "campaign", "three", "banners"]],
  ["Banner BANNER banner", ["banner"]],
  ["Niño's café – 1001", ["nino", "s", "cafe", "1001"]],
  ["re-cut @ 16:9 (v2)", ["re", "cut", "16", "9", "v2"]],
  ["写真 撮影", ["写真", "撮影"]],
  ["', : * & | ! ( ) \\ \u0000", []],
  ["", []],
])("%j is found by %j", (text, words) => {
  expect(searchWords(text)).toEqual(words);
});

it("cuts what is too long to be a word, never through the middle of a character", () => {
  expect(searchWords("a".repeat(100))).toEqual(["a".repeat(64)]);
  expect(searchWords("𝒳".repeat(100))[0]).toHaveLength(64);
  for (const word of searchWords("𐐷".repeat(100))) expect(word.isWellFormed()).toBe(true);
});
