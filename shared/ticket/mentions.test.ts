import { describe, expect, it } from "vitest";
import { people } from "../sample-world.ts";
import { mentionPieces } from "./mentions.ts";

const mentioned = (text: string) =>
  mentionPieces(text, Object.values(people)).flatMap(({ person }) => person?.username ?? []);

describe("people mentioned in a comment", () => {
  it.each([
    ["@creative-1 please", ["creative-1"]],
    ["Thanks, @marketing-head and @Creative-2!", ["marketing-head", "creative-2"]],
    ["(@sales-1)", ["sales-1"]],
    ["@creative-1.", ["creative-1"]],
    ["@creative-1@creative-2", ["creative-1"]],
    ["@creative", []],
    ["@creative-10", []],
    ["mail@creative-1", []],
    ["@ creative-1", []],
    ["", []],
  ])("%s", (text, expected) => {
    expect(mentioned(text)).toEqual(expected);
  });

  it("loses no letter of the text", () => {
    const text = "Ask @creative-1, @nobody or @admin. Bye";
    const pieces = mentionPieces(text, Object.values(people));
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.filter(({ person }) => person !== null).map((piece) => piece.text)).toEqual([
      "@creative-1",
      "@admin",
    ]);
  });
});
