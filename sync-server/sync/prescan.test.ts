import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { rootNames } from "../../shared/document/layout.ts";
import { limits } from "../limits.ts";
import { cpuMs } from "../testing/sync/cpu-ms.ts";
import * as raw from "../testing/sync/raw-update.ts";
import { prescan } from "./prescan.ts";

const title = { root: "fields", key: "title" };
const codeOf = (update: Uint8Array) => {
  const scan = prescan(update);
  return scan.ok ? "passes" : scan.error.code;
};
const scanOf = (update: Uint8Array) => {
  const scan = prescan(update);
  if (!scan.ok) throw new Error(scan.error.message);
  return scan.value;
};
const one = (struct: raw.RawStruct, more: Partial<raw.RawSection> = {}) =>
  raw.rawUpdate([{ client: 5, start: 0, structs: [struct], ...more }]);

describe("prescan passes what Yjs clients write", () => {
  it("says which clocks of which client ids an update holds, refers to, and where", () => {
    const doc = new Y.Doc();
    doc.clientID = 5;
    doc.getMap("fields").set("title", "Autumn");
    const first = scanOf(Y.encodeStateAsUpdate(doc));
    expect(first.sections).toEqual([{ client: 5, start: 0, end: 1, gapEnd: 0 }]);
    expect([...first.roots]).toEqual(["fields"]);
    expect(first.hasOverwrites).toBe(false);
    const before = Y.encodeStateVector(doc);
    doc.getMap("fields").set("title", "Winter");
    const second = scanOf(Y.encodeStateAsUpdate(doc, before));
    expect(second.sections).toEqual([{ client: 5, start: 1, end: 2, gapEnd: 0 }]);
    expect([...second.needs]).toEqual([[5, 1]]);
    expect([...second.roots]).toEqual([]);
    expect(second.hasOverwrites).toBe(true);
  });

  it.each([
    ["an empty update", Y.encodeStateAsUpdate(new Y.Doc())],
    ["a collected struct", one(raw.gc(3))],
    ["a gap", one(raw.skip(3))],
    ["what was written and deleted again", one(raw.deleted(title, 1))],
    [
      "formatted text",
      raw.rawUpdate([
        {
          client: 5,
          start: 0,
          structs: [raw.type({ root: "description" }, 6), raw.format({ parent: [5, 0] }, "strong", "{}")],
        },
      ]),
    ],
    [
      "an element with an attribute",
      raw.rawUpdate([
        {
          client: 5,
          start: 0,
          structs: [raw.type({ root: "description" }, 3, "heading"), raw.any({ parent: [5, 0], key: "level" }, 2)],
        },
      ]),
    ],
  ])("%s", (_name, update) => {
    expect(codeOf(update)).toBe("passes");
  });
});

describe("[T19] prescan refuses dishonest sizes", () => {
  it("bytes past the limit", () => {
    const padding = (length: number) => one(raw.any(title, "x".repeat(length)));
    const overhead = padding(100_000).length - 100_000;
    expect(codeOf(padding(limits.updateBytes - overhead))).toBe("passes");
    expect(codeOf(padding(limits.updateBytes - overhead + 1))).toBe("too_large");
  });

  it("more client ids than one update may hold", () => {
    const of = (count: number) =>
      raw.rawUpdate(Array.from({ length: count }, (_, i) => ({ client: 100 - i, start: 0, structs: [raw.gc(1)] })));
    expect(codeOf(of(limits.clientsPerUpdate))).toBe("passes");
    expect(codeOf(of(limits.clientsPerUpdate + 1))).toBe("too_large");
  });

  it("more structs than one update may hold, over all client ids together", () => {
    const half = limits.structsPerUpdate / 2;
    const of = (extra: number) =>
      raw.rawUpdate([
        { client: 6, start: 0, structs: Array(half).fill(raw.gc(1)) },
        { client: 5, start: 0, structs: Array(half + extra).fill(raw.gc(1)) },
      ]);
    expect(codeOf(of(0))).toBe("passes");
    expect(codeOf(of(1))).toBe("too_large");
  });

  it.each([33_554_432, 2 ** 40])("13 bytes that claim %d structs", async (claimedCount) => {
    const update = one(raw.gc(1), { claimedCount });
    expect(codeOf(update)).not.toBe("passes");
    expect(await cpuMs(() => prescan(update))).toBeLessThan(50);
  });

  it.each([
    ["client ids", [0xff, 0xff, 0xff, 0x0f]],
    ["deleted client ids", [0, 0xff, 0xff, 0xff, 0x0f]],
    ["deleted ranges", [0, 1, 5, 0xff, 0xff, 0xff, 0x0f]],
    ["values", [1, 1, 5, 0, 0x28, 1, 6, ...Buffer.from("fields"), 1, 97, 0xff, 0xff, 0x0f]],
  ])("a count of %s larger than the bytes can hold", (_name, bytes) => {
    expect(codeOf(Uint8Array.from(bytes))).toBe("malformed");
  });
});

describe("[T17] prescan refuses clocks that poison a room", () => {
  const clockMax = 2 ** 31;
  const past53 = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];

  it("past the highest clock, as a start, a length, an origin and a deletion", () => {
    expect(codeOf(one(raw.gc(1), { start: clockMax - 1 }))).toBe("passes");
    expect(codeOf(one(raw.gc(1), { start: clockMax }))).toBe("malformed");
    expect(codeOf(one(raw.gc(clockMax)))).toBe("passes");
    expect(codeOf(one(raw.gc(clockMax + 1)))).toBe("malformed");
    expect(codeOf(one(raw.any({ left: [7, clockMax - 1] }, 1)))).toBe("passes");
    expect(codeOf(one(raw.any({ left: [7, clockMax] }, 1)))).toBe("malformed");
    expect(codeOf(raw.rawUpdate([], { 7: [[clockMax - 1, 1]] }))).toBe("passes");
    expect(codeOf(raw.rawUpdate([], { 7: [[clockMax - 1, 2]] }))).toBe("malformed");
  });

  it("25 bytes with a clock past 2^53 in any place", () => {
    const places = [
      [1, 1, 5, ...past53, 0, 1, 0],
      [1, 1, ...past53, 0, 0, 1, 0],
      [0, 1, 5, 1, ...past53, 1],
    ];
    for (const bytes of places) expect(codeOf(Uint8Array.from(bytes))).toBe("malformed");
  });

  it("structs and deletions of no length", () => {
    for (const struct of [
      raw.gc(0),
      raw.skip(0),
      raw.deleted(title, 0),
      raw.text({ parent: [7, 0] }, ""),
      raw.any(title),
    ])
      expect(codeOf(one(struct))).toBe("malformed");
    expect(codeOf(raw.rawUpdate([], { 7: [[0, 0]] }))).toBe("malformed");
  });
});

describe("prescan refuses bytes that are no update", () => {
  const honest = one(raw.any(title, { a: [1, "two", null] }));

  it("every truncation of an honest one, and every honest one with a tail", () => {
    for (let length = 0; length < honest.length; length++) expect(codeOf(honest.slice(0, length))).not.toBe("passes");
    expect(codeOf(Uint8Array.from([...honest, 0]))).toBe("malformed");
  });

  it("[I1] client ids twice or not in descending order: merging such updates would lose structs", () => {
    const section = (client: number, start = 0) => ({ client, start, structs: [raw.gc(1)] });
    expect(codeOf(raw.rawUpdate([section(6), section(5)]))).toBe("passes");
    expect(codeOf(raw.rawUpdate([section(5), section(6)]))).toBe("malformed");
    expect(codeOf(raw.rawUpdate([section(5), section(5, 1)]))).toBe("malformed");
  });

  it("the second encoding of Yjs, whose decoder can hang", () => {
    const doc = new Y.Doc();
    doc.getMap("fields").set("title", "Autumn");
    expect(codeOf(Y.encodeStateAsUpdateV2(doc))).not.toBe("passes");
  });
});

describe("[D2] prescan knows the roots of a ticket", () => {
  it.each(rootNames)("passes %s", (root) => {
    const struct = root === "description" ? raw.type({ root }, 3, "paragraph") : raw.any({ root, key: "a" }, 1);
    expect(codeOf(one(struct))).toBe("passes");
  });

  it("refuses any other, also 20,000 of them in one message", async () => {
    for (const root of ["", "status", "Fields", "__proto__"])
      expect(codeOf(one(raw.any({ root, key: "a" }, 1)))).toBe("unknown_root");
    const many = Array.from({ length: limits.structsPerUpdate }, (_, i) => raw.any({ root: `r${i}`, key: "a" }, 1));
    const update = raw.rawUpdate([{ client: 5, start: 0, structs: many }]);
    expect(codeOf(update)).toBe("unknown_root");
    expect(await cpuMs(() => prescan(update))).toBeLessThan(50);
  });

  it.each<[string, raw.RawStruct]>([
    ["a list item in a map", raw.any({ root: "fields" }, 1)],
    ["text in a map", raw.text({ root: "fields", key: "title" }, "Autumn")],
    ["a key on the description", raw.any({ root: "description", key: "title" }, 1)],
    ...[0, 1, 2, 3, 4, 5, 6].map((type): [string, raw.RawStruct] => [
      `type ${type} in a map`,
      raw.type(title, type, "p"),
    ]),
    ...[0, 1, 2, 4, 5].map((type): [string, raw.RawStruct] => [
      `type ${type} in the description`,
      raw.type({ root: "description" }, type, "p"),
    ]),
  ])("refuses %s", (_name, struct) => {
    expect(codeOf(one(struct))).toBe("malformed");
  });

  it.each<[string, number, raw.RawStruct]>([
    [
      "legacy JSON",
      2,
      (encoder: encoding.Encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, "1");
      },
    ],
    ["bytes", 3, (encoder: encoding.Encoder) => encoding.writeVarUint8Array(encoder, new Uint8Array(3))],
    ["an embed", 5, (encoder: encoding.Encoder) => encoding.writeVarString(encoder, "{}")],
    [
      "a sub-document",
      9,
      (encoder: encoding.Encoder) => {
        encoding.writeVarString(encoder, "guid");
        encoding.writeAny(encoder, {});
      },
    ],
    ...[11, 12, 20, 31].map((kind): [string, number, raw.RawStruct] => [`content of kind ${kind}`, kind, () => {}]),
  ])("refuses %s, in a map and where the bytes do not say where", (_name, kind, content) => {
    for (const place of [title, { left: [7, 0] as const }, { parent: [7, 0] as const }])
      expect(codeOf(one(raw.item(place, kind, content)))).toBe("malformed");
  });
});
