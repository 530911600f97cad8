import { describe, expect, it } from "vitest";
import { type Entry, findCommands, fitOf, type PaletteGroup } from "./find-commands.ts";

const entry = (group: PaletteGroup, name: string): Entry => ({
  id: `${group}:${name}`,
  group,
  name,
  icon: "icon-check",
  run: () => {},
});

const commands = [
  entry("act", "Approve"),
  entry("act", "Reject"),
  entry("recent", "Tickets"),
  entry("goTo", "Home"),
  entry("goTo", "Tickets"),
  entry("create", "New ticket"),
  { ...entry("create", "New ticket: Ads"), isOnlyFound: true },
  entry("app", "Theme: Outdoor"),
];
const names = (query: string, tickets: Entry[] = []) =>
  findCommands(commands, tickets, query).map(({ group, name }) => `${group} ${name}`);

describe("the palette", () => {
  it("shows what there is in its groups while nothing is typed", () => {
    const shown = commands.filter(({ name }) => name !== "New ticket: Ads");
    expect(names("")).toEqual(shown.map(({ group, name }) => `${group} ${name}`));
  });

  it.each([
    ["reject", ["act Reject"]],
    ["OUT", ["app Theme: Outdoor"]],
    ["ads new", ["create New ticket: Ads"]],
    ["tick", ["goTo Tickets", "create New ticket", "create New ticket: Ads"]],
    ["nothing of the kind", []],
  ])("finds by '%s'", (query, found) => expect(names(query)).toEqual(found));

  it("puts what begins with the words before tickets, and tickets before the rest", () => {
    const ticket = entry("tickets", "Home office still life");
    expect(names("home", [ticket])).toEqual(["goTo Home", "tickets Home office still life"]);
    expect(names("do", [ticket])).toEqual(["tickets Home office still life", "app Theme: Outdoor"]);
  });
});

it.each([
  ["New ticket: Ads", ["new", "tick"], 3],
  ["New ticket: Ads", ["ads"], 2],
  ["Outdoor", ["door"], 1],
  ["Outdoor", ["door", "x"], 0],
])("'%s' fits %j by %i", (name, words, fit) => expect(fitOf(name, words)).toBe(fit));
