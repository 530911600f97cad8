import { expect, it } from "vitest";
import { languageOf } from "./language.ts";

it.each([
  [["en-GB", "en"], "en"],
  [["fil-PH", "en"], "fil"],
  [["FIL"], "fil"],
  [["tl", "en-US"], "fil"],
  [["nl-NL", "fil", "en"], "fil"],
  [["nl-NL"], null],
  [[], null],
])("%j is answered in %s", (spoken, language) => {
  expect(languageOf(spoken)).toBe(language);
});
