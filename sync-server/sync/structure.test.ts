import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import type { TicketId } from "../../shared/ids.ts";
import { people } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { contentOf, expectConverged } from "../testing/sync/expect-converged.ts";
import * as raw from "../testing/sync/raw-update.ts";
import { briefClient, createSyncWorld, type SyncWorld } from "../testing/sync/sync-world.ts";

const me = people["marketing-1"];
const client = 50;

let world: SyncWorld;
let id: TicketId;
let titleItem: raw.RawId;
/** The brief's only paragraph, its text, and the first letter of it. */
let paragraph: raw.RawId;
let line: raw.RawId;
let letter: raw.RawId;

beforeEach(() => {
  world = createSyncWorld();
  id = world.ticket("requested");
  const doc = world.replay(id);
  const idOf = (item: Y.Item | null | undefined): raw.RawId => [briefClient, item?.id.clock ?? -1];
  titleItem = idOf(doc.getMap(roots.fields)._map.get("title"));
  const element = doc.getXmlFragment(roots.description).get(0) as Y.XmlElement;
  const text = element.get(0) as Y.XmlText;
  [paragraph, line, letter] = [idOf(element._item), idOf(text._item), idOf(text._start)];
});

const hand = (...structs: raw.RawStruct[]) =>
  world.core.submit(me.id, id, raw.rawUpdate([{ client, start: 0, structs }]));

const nest = (levels: number) =>
  Array.from({ length: levels }, (_, i) =>
    raw.type(i === 0 ? { root: "description" } : { parent: [client, i - 1] }, 3, "blockquote"),
  );

describe("[I4] items that hang on others do not say where: it is looked up after they are applied", () => {
  const element = (place: raw.RawPlace) => raw.type(place, 3, "paragraph");

  it.each<[string, () => raw.RawStruct[]]>([
    ["a nested element in a map, by overwriting a key", () => [element({ left: titleItem })]],
    ["a nested text in a map, by overwriting a key", () => [raw.type({ left: titleItem }, 6)]],
    ["a nested type in a map with children", () => [element({ left: titleItem }), element({ parent: [client, 0] })]],
    ["text as a map's value", () => [raw.text({ left: titleItem }, "a")]],
    ["a mark as a map's value", () => [raw.format({ left: titleItem }, "strong", "{}")]],
    ["two values under one key", () => [raw.any({ left: titleItem }, "a", "b")]],
    [
      "[I1] two values under one key, parted",
      () => [raw.any({ root: "comments", key: "c9" }, 1, 2), raw.any({ left: [client, 0] }, "x")],
    ],
    ["a key on text", () => [raw.any({ parent: line, key: "level" }, 1)]],
    ["an element within text", () => [element({ left: letter })]],
    ["text within text", () => [raw.type({ left: letter }, 6)]],
    ["a value within text", () => [raw.any({ left: letter }, 1)]],
    ["letters right in an element", () => [raw.text({ parent: paragraph }, "a")]],
    ["letters right in the description", () => [raw.text({ right: paragraph }, "a")]],
    ["a mark right in an element", () => [raw.format({ parent: paragraph }, "strong", "{}")]],
    ["a value right in an element", () => [raw.any({ parent: paragraph }, 1)]],
    ["two values under one attribute", () => [raw.any({ parent: paragraph, key: "level" }, 1, 2)]],
    ["an element under an attribute", () => [element({ parent: paragraph, key: "level" })]],
    ["neighbours in two different places", () => [raw.any({ left: letter, right: titleItem }, 1)]],
    ["itself as its neighbour", () => [raw.any({ left: [client, 0] }, 1)]],
    ["a neighbour that follows it", () => [raw.any({ left: [client, 1] }, 1), raw.any({ left: titleItem }, 1)]],
    [
      "[I1] a right neighbour left of the other",
      () => [raw.text({ left: [briefClient, letter[1] + 4], right: letter }, "a")],
    ],
    [
      "[I1] the same within one piece of text, which Yjs cuts in two",
      () => [raw.text({ left: [briefClient, letter[1] + 4], right: [briefClient, letter[1] + 2] }, "a")],
    ],
    ["one and the same neighbour on both sides", () => [raw.text({ left: letter, right: letter }, "a")]],
    ["itself as its parent", () => [element({ parent: [client, 0] })]],
  ])("%s is refused and changes nothing", async (_name, structs) => {
    const before = contentOf(world.replay(id));
    expect(await hand(...structs())).toMatchObject({ kind: "refused", code: "malformed" });
    expect(contentOf(world.replay(id))).toEqual(before);
    await expectConverged(world, id, me.id);
  });

  it("an element that loses against the value that is there never shows, nor do its children", async () => {
    const smuggled = [element({ right: titleItem }), element({ parent: [client, 0] })];
    expect((await hand(...smuggled)).kind).toBe("acked");
    expect(world.stored(id).fields.title).toBe("Sample website_banner");
    await expectConverged(world, id, me.id);
  });

  it("[I1] what repeats known letters and goes on may not name the last of them as its right neighbour", async () => {
    const own = (start: number, letters: string, right?: raw.RawId) =>
      raw.rawUpdate([{ client, start, structs: [raw.text({ left: letter, ...(right ? { right } : {}) }, letters)] }]);
    expect((await world.core.submit(me.id, id, own(0, "known"))).kind).toBe("acked");
    const before = contentOf(world.replay(id));
    expect(await world.core.submit(me.id, id, own(0, "known and more", [client, 4]))).toMatchObject({
      kind: "refused",
    });
    expect(contentOf(world.replay(id))).toEqual(before);
    expect((await world.core.submit(me.id, id, own(0, "known and more"))).kind).toBe("acked");
    expect(world.stored(id).brief).toContain("known and more");
    await expectConverged(world, id, me.id);
  });

  it("a value overwritten many times within one update is a value", async () => {
    const writer = await world.as("marketing-1", id);
    const result = await writer.write((doc) => {
      for (const title of ["A", "Au", "Aut", "Autumn"]) doc.getMap(roots.fields).set("title", title);
    });
    expect(result).toMatchObject({ kind: "acked", repairs: [] });
    expect(world.stored(id).fields.title).toBe("Autumn");
    await expectConverged(world, id, me.id);
  });

  it("so it is when the client has forgotten the values in between", async () => {
    const writer = await world.as("marketing-1", id);
    const before = Y.encodeStateVector(writer.doc);
    for (const title of ["A", "Au", "Aut", "Autumn"]) writer.doc.getMap(roots.fields).set("title", title);
    expect(await writer.submit(Y.encodeStateAsUpdate(writer.doc, before))).toMatchObject({
      kind: "acked",
      repairs: [],
    });
    expect(world.stored(id).fields.title).toBe("Autumn");
    await expectConverged(world, id, me.id);
  });
});

describe("[T19] the description nests as deep as the limit and no deeper", () => {
  it("at the limit", async () => {
    expect(await hand(...nest(limits.descriptionDepth + 1))).toMatchObject({ kind: "acked", repairs: [] });
    await expectConverged(world, id, me.id);
  });

  it.each([limits.descriptionDepth + 2, 8_000])("not %d levels", async (levels) => {
    expect(await hand(...nest(levels))).toMatchObject({ kind: "refused", code: "malformed" });
    expect(world.replay(id).getXmlFragment(roots.description).length).toBe(1);
    await expectConverged(world, id, me.id);
  });

  it("not by many updates either", async () => {
    const levels = nest(limits.descriptionDepth + 2);
    const results = [];
    for (const [start, struct] of levels.entries())
      results.push((await world.core.submit(me.id, id, raw.rawUpdate([{ client, start, structs: [struct] }]))).kind);
    expect(results.slice(-2)).toEqual(["acked", "refused"]);
  });
});
