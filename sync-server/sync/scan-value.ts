/**
 * Reads one value in lib0's `any` encoding without building it, and refuses what would not survive JSON, PostgreSQL text
 * or a plain JavaScript object: big integers, bytes, undefined, non-finite numbers, NUL, reserved keys, deep nesting.
 */
import * as decoding from "lib0/decoding";
import { limits } from "../limits.ts";
import { Malformed } from "./malformed.ts";

const reservedKeys = new Set(["__proto__", "constructor", "prototype"]);

export const scanValue = (decoder: decoding.Decoder, depth = 0): void => {
  if (depth > limits.jsonDepth) throw new Malformed("unsafe_value", "nested too deeply");
  const tag = decoding.readUint8(decoder);
  switch (tag) {
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      decoding.readVarInt(decoder);
      return;
    case 124:
      checkNumber(decoding.readFloat32(decoder));
      return;
    case 123:
      checkNumber(decoding.readFloat64(decoder));
      return;
    case 119:
      checkText(decoding.readVarString(decoder));
      return;
    case 118: {
      const count = readCount(decoder);
      for (let i = 0; i < count; i++) {
        checkKey(decoding.readVarString(decoder));
        scanValue(decoder, depth + 1);
      }
      return;
    }
    case 117: {
      const count = readCount(decoder);
      for (let i = 0; i < count; i++) scanValue(decoder, depth + 1);
      return;
    }
    default:
      throw new Malformed("unsafe_value", `value of type ${tag} does not survive JSON`);
  }
};

/** The same rules for a value that came as JSON text (formatting marks). */
export const scanJson = (json: string): void => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Malformed("malformed", "not JSON");
  }
  scanParsed(value, 0);
};

const scanParsed = (value: unknown, depth: number): void => {
  if (depth > limits.jsonDepth) throw new Malformed("unsafe_value", "nested too deeply");
  if (typeof value === "string") checkText(value);
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) scanParsed(item, depth + 1);
    return;
  }
  for (const key of Object.getOwnPropertyNames(value)) {
    checkKey(key);
    scanParsed((value as Record<string, unknown>)[key], depth + 1);
  }
};

/** A count is believed only as far as the bytes reach: every item takes at least one. */
export const readCount = (decoder: decoding.Decoder): number => {
  const count = decoding.readVarUint(decoder);
  if (count > decoder.arr.length - decoder.pos)
    throw new Malformed("malformed", "count larger than the bytes can hold");
  return count;
};

export const checkKey = (key: string): void => {
  if (reservedKeys.has(key)) throw new Malformed("unsafe_value", "reserved key");
  if (key.length > limits.keyLength) throw new Malformed("unsafe_value", "key too long");
  checkText(key);
};

/** PostgreSQL text has no NUL, and UTF-8 no lone surrogates. */
export const checkText = (text: string): void => {
  if (text.includes("\0") || !text.isWellFormed())
    throw new Malformed("unsafe_value", "text with NUL or a lone surrogate");
};

const checkNumber = (value: number): void => {
  if (!Number.isFinite(value)) throw new Malformed("unsafe_value", "number that JSON cannot hold");
};
