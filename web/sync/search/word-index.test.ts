import { describe, expect, it } from "vitest";
import type { TicketId } from "../../../shared/ids.ts";
import { searchWords } from "../../../shared/ticket/search-words.ts";
import { createWordIndex, fits } from "./word-index.ts";

const id = (name: string) => name as TicketId;

const filled = () => {
  const index = createWordIndex();
  index.putHeadline(id("film"), { number: 1042, title: "Cold brew launch film, 30 s", names: ["marketing-1"] });
  index.putHeadline(id("wobbler"), { number: 1065, title: "Shelf wobbler for cold brew", names: ["Café Niño"] });
  index.putHeadline(id("banner"), { number: 7, title: "Hero banner", names: ["sales-1"] });
  index.putText(id("banner"), searchWords("The umbrella must not look cold, sales-1 said 1042 times"));
  return index;
};
const found = (query: string) => Object.fromEntries(filled().find(query) ?? []);

describe("the word index", () => {
  it.each([
    ["1042", { film: fits.number, banner: fits.text }],
    ["#1042", { film: fits.number, banner: fits.text }],
    ["cold brew launch film 30 s", { film: fits.titleIs }],
    ["cold b", { film: fits.titleBegins, wobbler: fits.title, banner: fits.text }],
    ["BREW cold", { film: fits.title, wobbler: fits.title }],
    ["cafe nino wob", { wobbler: fits.people }],
    ["umbr", { banner: fits.text }],
    ["hero umbrella", { banner: fits.text }],
    ["rew", {}],
    ["film umbrella", {}],
  ])("%j finds %j", (query, expected) => expect(found(query)).toEqual(expected));

  it.each(["", "  ", "–"])("%j asks for nothing", (query) => expect(filled().find(query)).toBeNull());

  it("forgets the words a ticket has lost, and tickets that are gone", () => {
    const index = filled();
    index.putText(id("banner"), searchWords("The parasol"));
    index.putHeadline(id("film"), { number: 1042, title: "Cold brew launch", names: [] });
    index.remove(id("wobbler"));
    const ids = (query: string) => [...(index.find(query)?.keys() ?? [])];
    expect(ids("umbrella")).toEqual([]);
    expect(ids("parasol")).toEqual(["banner"]);
    expect(ids("film")).toEqual([]);
    expect(ids("cold")).toEqual(["film"]);
    index.putHeadline(id("new"), { number: null, title: "Cold store", names: [] });
    expect(ids("cold").sort()).toEqual(["film", "new"]);
  });

  it("finds the same among many words, whatever order they came in", () => {
    const index = createWordIndex();
    const words = Array.from({ length: 3000 }, (_, n) => `w${((n * 7919) % 3000).toString(36)}`);
    for (const [n, word] of words.entries()) index.putText(id(String(n)), [word]);
    for (const beginning of ["w", "w1", "w1a", "wzz"]) {
      const expected = words.filter((word) => word.startsWith(beginning)).length;
      expect(index.find(beginning)?.size).toBe(expected);
    }
  });
});
