import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import { limits } from "../limits.ts";
import * as raw from "../testing/sync/raw-update.ts";
import { prescan } from "./prescan.ts";

const codeOf = (...structs: raw.RawStruct[]) => {
  const scan = prescan(raw.rawUpdate([{ client: 5, start: 0, structs }]));
  return scan.ok ? "passes" : scan.error.code;
};
const place = { root: "fields", key: "title" };
const withValue = (value: unknown) => codeOf(raw.any(place, value));
const withFormat = (json: string) =>
  codeOf(raw.type({ root: "description" }, 6), raw.format({ parent: [5, 0] }, "link", json));
const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });
const nestedLists = (depth: number): unknown => (depth === 0 ? 1 : [nestedLists(depth - 1)]);

describe("values that survive JSON and PostgreSQL pass", () => {
  it.each([
    [null],
    [true],
    ["text with \u{1f600} and \n"],
    [0],
    [-1.5],
    [2 ** 53 - 1],
    [1e300],
    [[1, { a: ["b"] }]],
    [{}],
  ])("%j", (value) => {
    expect(withValue(value)).toBe("passes");
  });
});

describe("values that do not are refused", () => {
  it.each([
    ["a big integer", 1n],
    ["bytes", new Uint8Array([1])],
    ["undefined", undefined],
    ["not a number", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["NUL", "a\0b"],
  ])("%s, at any depth", (_name, value) => {
    for (const written of [value, [value], { a: value }, { a: [{ b: value }] }])
      expect(withValue(written)).toBe("unsafe_value");
  });

  it("a 32-bit float that is no number", () => {
    const write = (encoder: encoding.Encoder) => {
      encoding.writeUint8(encoder, 124);
      encoding.writeFloat32(encoder, Number.NaN);
    };
    expect(codeOf(raw.anyBytes(place, 1, write))).toBe("unsafe_value");
  });

  it("an integer past 2^53", () => {
    const write = (encoder: encoding.Encoder) => {
      for (const byte of [125, 0xbf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f])
        encoding.writeUint8(encoder, byte);
    };
    expect(codeOf(raw.anyBytes(place, 1, write))).toBe("malformed");
  });

  it.each([0, 42, 115, 128, 255])("an unknown kind of value (%d)", (tag) => {
    expect(codeOf(raw.anyBytes(place, 1, (encoder) => encoding.writeUint8(encoder, tag)))).toBe("unsafe_value");
  });

  it("lone surrogates, as bytes in values, keys and text", () => {
    const surrogate = [3, 0xed, 0xa0, 0x80];
    const write = (encoder: encoding.Encoder) => {
      for (const byte of surrogate) encoding.writeUint8(encoder, byte);
    };
    const asValue = raw.anyBytes(place, 1, (encoder) => {
      encoding.writeUint8(encoder, 119);
      write(encoder);
    });
    const asText = raw.item({ parent: [7, 0] }, 4, write);
    for (const struct of [asValue, asText]) expect(codeOf(struct)).toBe("malformed");
    expect(withFormat('{"href":"\\ud800"}')).toBe("unsafe_value");
  });

  it("NUL in text of the description", () => {
    expect(codeOf(raw.text({ parent: [7, 0] }, "a\0"))).toBe("unsafe_value");
  });
});

describe("[T20] reserved keys are refused", () => {
  it.each(["__proto__", "constructor", "prototype"])("%s as a map key and at any depth of a value", (key) => {
    const reserved = JSON.parse(`{"${key}": {"isAdmin": true}}`);
    expect(codeOf(raw.any({ root: "fields", key }, 1))).toBe("unsafe_value");
    for (const value of [reserved, [reserved], { a: { b: [reserved] } }]) expect(withValue(value)).toBe("unsafe_value");
  });

  it.each(["__proto__", "constructor", "prototype"])("%s as a node, an attribute, a mark and inside a mark", (key) => {
    const paragraph = raw.type({ root: "description" }, 3, "paragraph");
    expect(codeOf(raw.type({ root: "description" }, 3, key))).toBe("unsafe_value");
    expect(codeOf(paragraph, raw.any({ parent: [5, 0], key }, 1))).toBe("unsafe_value");
    expect(codeOf(raw.format({ parent: [7, 0] }, key, "1"))).toBe("unsafe_value");
    expect(withFormat(`{"a":[{"${key}":1}]}`)).toBe("unsafe_value");
  });
});

describe("[T19] bounds of values", () => {
  it.each([
    ["maps", nested],
    ["lists", nestedLists],
  ])("%s nest as deep as the limit and no deeper", (_name, make) => {
    expect(withValue(make(limits.jsonDepth))).toBe("passes");
    expect(withValue(make(limits.jsonDepth + 1))).toBe("unsafe_value");
    expect(withFormat(JSON.stringify(make(limits.jsonDepth)))).toBe("passes");
    expect(withFormat(JSON.stringify(make(limits.jsonDepth + 1)))).toBe("unsafe_value");
  });

  it("8,000 levels do not overflow the stack", () => {
    const write = (encoder: encoding.Encoder) => {
      for (let i = 0; i < 8_000; i++) for (const byte of [117, 1]) encoding.writeUint8(encoder, byte);
      encoding.writeUint8(encoder, 126);
    };
    expect(codeOf(raw.anyBytes(place, 1, write))).toBe("unsafe_value");
    expect(withFormat(`${"[".repeat(8_000)}${"]".repeat(8_000)}`)).toBe("unsafe_value");
  });

  it("keys are as long as the limit and no longer", () => {
    const key = "k".repeat(limits.keyLength);
    expect(codeOf(raw.any({ root: "comments", key }, 1))).toBe("passes");
    expect(codeOf(raw.any({ root: "comments", key: `${key}k` }, 1))).toBe("unsafe_value");
    expect(withValue({ [`${key}k`]: 1 })).toBe("unsafe_value");
  });

  it("a mark that is not JSON is refused", () => {
    expect(withFormat("{")).toBe("malformed");
  });
});
