import { describe, expect, it } from "vitest";
import { shortened, type TextPiece, textDifference, wordDifference } from "./text-difference.ts";

/** 'End [-on] {+with} the pour' */
const drawn = (pieces: readonly TextPiece[]): string =>
  pieces.map(({ kind, text }) => (kind === "same" ? text : kind === "removed" ? `[-${text}]` : `{+${text}}`)).join("");

describe("word by word", () => {
  it.each([
    ["End on the pour.", "End with the pour.", "End [-on]{+with} the pour."],
    ["End on the pour.", "End on the pour. Leave the top free.", "End on the pour.{+ Leave the top free.}"],
    ["Use the red can.", "Use the very small blue can.", "Use the [-red]{+very small blue} can."],
    ["30 s, 15 s", "30 s, 20 s", "30 s, [-15]{+20} s"],
    ["", "All new", "{+All new}"],
  ])("%j to %j", (before, after, result) => {
    expect(drawn(wordDifference(before, after))).toBe(result);
  });

  it("leads from the one text to the other", () => {
    const [before, after] = ["one two three four five", "one 2 three IV V five six"];
    const pieces = wordDifference(before, after);
    expect(pieces.map(({ kind, text }) => (kind === "added" ? "" : text)).join("")).toBe(before);
    expect(pieces.map(({ kind, text }) => (kind === "removed" ? "" : text)).join("")).toBe(after);
  });
});

describe("paragraph by paragraph", () => {
  const before = "One film, three cuts.\nQuiet kitchen at seven in the morning.\nNo people.";

  it("names nothing where only white space differs", () => {
    expect(textDifference(before, `${before.replaceAll(" ", "  ")}\n\n`)).toEqual([]);
  });

  it("rewrites a paragraph that is alike, in its place", () => {
    const after = before.replace("seven in the morning", "six in the evening");
    expect(textDifference(before, after).map(({ kind, pieces }) => [kind, drawn(pieces)])).toEqual([
      ["changed", "Quiet kitchen at [-seven]{+six} in the [-morning]{+evening}."],
    ]);
  });

  it("says which came and which went", () => {
    const after = "One film, three cuts.\nSound: rain only.\nQuiet kitchen at seven in the morning.";
    expect(textDifference(before, after).map(({ kind, pieces }) => [kind, drawn(pieces)])).toEqual([
      ["added", "{+Sound: rain only.}"],
      ["removed", "[-No people.]"],
    ]);
  });

  it("does not mix up two paragraphs that have nothing in common", () => {
    expect(textDifference("Red cans on ice", "Bring a ladder please").map(({ kind }) => kind)).toEqual([
      "removed",
      "added",
    ]);
  });
});

it("leaves out what stands far from a change", () => {
  const long = Array.from({ length: 40 }, (_, i) => `w${i}`).join(" ");
  const pieces = shortened(wordDifference(`${long} old ${long}`, `${long} new ${long}`));
  expect(pieces.map(({ text }) => text.split(" ").filter((word) => word !== "").length)).toEqual([10, 1, 1, 10]);
});
