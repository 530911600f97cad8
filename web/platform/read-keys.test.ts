import { describe, expect, it } from "vitest";
import { createKeyReader, type KeyPress } from "./read-keys.ts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe("what is pressed", () => {
  it.each([
    ["c", {}, "c"],
    ["?", {}, "?"],
    ["k", { ctrlKey: true }, "mod+k"],
    ["K", { metaKey: true }, "mod+k"],
    ["a", { ctrlKey: true }, null],
    ["a", { altKey: true }, null],
    ["q", {}, null],
    ["h", {}, null],
  ] as const)("%s with %o is %s", (key, held, keys) => expect(createKeyReader()(press(key, held), 0)).toBe(keys));

  it("reads one key after the other, within a moment", () => {
    const read = createKeyReader();
    expect([read(press("g"), 0), read(press("h"), 500)]).toEqual([null, "g h"]);
    expect([read(press("g"), 1000), read(press("a"), 5000)]).toEqual([null, "a"]);
    expect([read(press("g"), 6000), read(press("q"), 6100), read(press("h"), 6200)]).toEqual([null, null, null]);
  });
});
