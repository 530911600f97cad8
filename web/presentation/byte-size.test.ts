import { expect, it } from "vitest";
import { byteSize } from "./byte-size.ts";

it.each([
  [0, "0 kB"],
  [420, "0.4 kB"],
  [18_400, "18 kB"],
  [214_000_000, "214 MB"],
  [2_140_000_000, "2.1 GB"],
])("%i bytes", (bytes, text) => expect(byteSize(bytes)).toBe(text));
