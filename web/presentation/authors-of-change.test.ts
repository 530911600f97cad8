import { describe, expect, it } from "vitest";
import { authorsOfChange } from "./authors-of-change.ts";
import { textDifference } from "./text-difference.ts";

const [mina, caspar, chiara] = [1001, 1002, 1003];

/** Pieces of a line with who wrote them. */
const line = (...pieces: [number, string][]) => ({
  text: pieces.map(([, text]) => text).join(""),
  clients: pieces.flatMap(([client, text]) => Array.from(text, () => client)),
});

describe("who wrote what changed", () => {
  const before = "A short film for spring.\nNo text in the picture.";
  const lines = [
    line([mina, "A "], [caspar, "very "], [mina, "short film for spring"], [chiara, " and early summer"], [mina, "."]),
    line([mina, "No text in the picture."]),
    line([caspar, "Shot at dawn."]),
  ];
  const authors = (after: string) =>
    textDifference(before, after).map((paragraph) => authorsOfChange(paragraph, lines));

  it("is said paragraph by paragraph, whoever wrote most first", () => {
    expect(authors(lines.map(({ text }) => text).join("\n"))).toEqual([[chiara, caspar], [caspar]]);
  });

  it("is not known where words were only taken away", () => {
    expect(authors("A film.\nNo text in the picture.")).toEqual([[]]);
  });
});
