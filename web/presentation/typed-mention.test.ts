import { describe, expect, it } from "vitest";
import { people } from "../../shared/sample-world.ts";
import { completeMention, offeredPeople, typedMention } from "./typed-mention.ts";

describe("a name being typed", () => {
  it.each([
    ["@", 1, { from: 0, query: "" }],
    ["Ask @cre", 8, { from: 4, query: "cre" }],
    ["Ask @cre later", 8, { from: 4, query: "cre" }],
    ["Ask @cre later", 14, null],
    ["mail@cre", 8, null],
    ["no", 2, null],
  ])("%j at %i", (text, caret, expected) => {
    expect(typedMention(text, caret)).toEqual(expected);
  });

  it("is completed where it stands", () => {
    const typed = { from: 4, query: "cre" };
    expect(completeMention("Ask @cre", 8, typed, "creative-1")).toEqual({ text: "Ask @creative-1 ", caret: 16 });
    expect(completeMention("Ask @cre now", 8, typed, "creative-1")).toEqual({ text: "Ask @creative-1 now", caret: 15 });
  });

  it("offers people by any part of their names", () => {
    const all = Object.values(people);
    const names = (query: string) => offeredPeople(all, query).map(({ username }) => username);
    expect(names("head")).toEqual(["marketing-head", "sales-head", "creative-head"]);
    expect(names("casp")).toEqual(["creative-1"]);
    expect(names("SALES-1")).toEqual(["sales-1"]);
    expect(names("")).toHaveLength(6);
    expect(names("zz")).toEqual([]);
  });
});
