import * as decoding from "lib0/decoding";
import { describe, expect, it } from "vitest";
import { encodeEntry, encodeSync, messageNumbers, readEntry } from "./messages.ts";

const lengths = [0, 1, 126, 127, 128, 129, 16_383, 16_384, 70_000];
const bytesOf = (length: number) => Uint8Array.from({ length }, (_, i) => i % 251);

describe("frames that carry an update", () => {
  it.each(lengths)("hold y-protocols' own bytes for an update of %i bytes", (length) => {
    const decoder = decoding.createDecoder(encodeSync(2, bytesOf(length)));
    expect([decoding.readVarUint(decoder), decoding.readVarUint(decoder)]).toEqual([messageNumbers.sync, 2]);
    expect(decoding.readVarUint8Array(decoder)).toEqual(bytesOf(length));
    expect(decoding.hasContent(decoder)).toBe(false);
  });

  it.each([0, 127, 128, 2 ** 31, 2 ** 40 + 1, Number.MAX_SAFE_INTEGER])("name entry %i", (seq) => {
    const decoder = decoding.createDecoder(encodeEntry({ seq, update: bytesOf(200) }));
    expect(decoding.readVarUint(decoder)).toBe(messageNumbers.entry);
    expect(readEntry(decoder)).toEqual({ seq, update: bytesOf(200) });
    expect(decoding.hasContent(decoder)).toBe(false);
  });
});
