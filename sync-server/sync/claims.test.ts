import { describe, expect, it } from "vitest";
import { serverClientId } from "../../shared/document/layout.ts";
import type { UserId } from "../../shared/ids.ts";
import { people } from "../../shared/sample-world.ts";
import * as raw from "../testing/sync/raw-update.ts";
import { checkClaims } from "./claims.ts";
import { prescan } from "./prescan.ts";

const [me, colleague] = [people["marketing-1"].id, people["marketing-2"].id];
/** Client id → whose it is and how much of it the ticket holds. */
const ticket = new Map<number, { owner: UserId; clock: number }>([
  [10, { owner: me, clock: 5 }],
  [20, { owner: colleague, clock: 7 }],
]);
const owners = new Map([...ticket].map(([client, { owner }]) => [client, owner]));
const clockOf = (client: number) => (client === serverClientId ? 3 : (ticket.get(client)?.clock ?? 0));

const check = (
  sections: readonly raw.RawSection[],
  deletions: Parameters<typeof raw.rawUpdate>[1] = {},
  user: UserId = me,
) => {
  const scan = prescan(raw.rawUpdate(sections, deletions));
  if (!scan.ok) throw new Error(scan.error.message);
  return checkClaims(scan.value, user, owners, clockOf);
};
const section = (client: number, start: number, ...structs: raw.RawStruct[]) => ({ client, start, structs });
const fits = (exact: boolean, newClients: number[] = []) => ({ kind: "fits", exact, newClients });

describe("[T16] [D4] client ids are claimed", () => {
  it("takes what continues one's own", () => {
    expect(check([section(10, 5, raw.gc(2))])).toEqual(fits(true));
  });

  it("binds an id nobody has to the one who uses it first", () => {
    expect(check([section(31, 0, raw.gc(1)), section(30, 0, raw.gc(2))])).toEqual(fits(true, [31, 30]));
  });

  it.each([
    ["GC", raw.gc(1)],
    ["Skip", raw.skip(1)],
    ["items", raw.any({ root: "fields", key: "title" }, 1)],
    ["deleted items", raw.deleted({ root: "fields", key: "title" }, 1)],
  ])("refuses %s under a colleague's id, which would erase what they wrote offline", (_name, struct) => {
    expect(check([section(20, 7, struct)])).toEqual({ kind: "foreign", client: 20 });
    expect(check([section(20, 9, struct)])).toEqual({ kind: "foreign", client: 20 });
  });

  it("refuses them also after what is known already, and without any struct", () => {
    expect(check([section(20, 0, raw.gc(7), raw.gc(1))])).toEqual({ kind: "foreign", client: 20 });
    expect(check([section(20, 6, raw.gc(2))])).toEqual({ kind: "foreign", client: 20 });
    expect(check([section(20, 8)])).toEqual({ kind: "foreign", client: 20 });
  });

  it("[D3] refuses the server's id", () => {
    expect(check([section(serverClientId, 3, raw.gc(1))])).toEqual({ kind: "foreign", client: serverClientId });
  });

  it("lets a colleague's known structs pass, and does not send them on as they came", () => {
    expect(check([section(20, 0, raw.gc(7)), section(10, 5, raw.gc(1))])).toEqual(fits(false));
    expect(check([section(serverClientId, 0, raw.gc(3))])).toEqual(fits(false));
  });
});

describe("[T18] nothing is kept that refers to what is not there", () => {
  it.each([
    ["a gap before the structs", [section(10, 6, raw.gc(1))], {}],
    ["a gap within them", [section(10, 5, raw.skip(1), raw.gc(1))], {}],
    ["a new id that does not begin at 0", [section(30, 1, raw.gc(1))], {}],
    ["an unknown neighbour to the left", [section(10, 5, raw.any({ left: [20, 7] }, 1))], {}],
    ["an unknown neighbour to the right", [section(10, 5, raw.any({ right: [40, 0] }, 1))], {}],
    ["an unknown parent", [section(10, 5, raw.any({ parent: [40, 0], key: "a" }, 1))], {}],
    ["deletions of what is not there", [], { 20: [[6, 2]] as const }],
    ["deletions of an unknown id", [], { 40: [[0, 1]] as const }],
  ])("%s", (_name, sections, deletions) => {
    expect(check(sections, deletions)).toEqual({ kind: "missing" });
  });

  it("takes references within the update and to the end of what is there", () => {
    const structs = [raw.any({ left: [20, 6] }, 1), raw.any({ left: [10, 5] }, 1), raw.any({ left: [31, 0] }, 1)];
    const other = section(31, 0, raw.gc(1));
    expect(check([other, section(10, 5, ...structs)], { 20: [[0, 7]], 10: [[0, 8]] })).toEqual(fits(true, [31]));
  });
});

describe("bytes are sent on as they came only where they continue the ticket exactly", () => {
  it.each([
    ["repeated clocks", [section(10, 0, raw.gc(6))]],
    ["only known clocks", [section(10, 2, raw.gc(2))]],
    ["a gap over what is known", [section(10, 2, raw.gc(1), raw.skip(2), raw.gc(1))]],
  ])("not with %s", (_name, sections) => {
    expect(check(sections)).toEqual(fits(false));
  });

  it("so with deletions alone", () => {
    expect(check([], { 10: [[0, 5]] })).toEqual(fits(true));
  });
});
