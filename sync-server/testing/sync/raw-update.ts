/**
 * Yjs updates written by hand, byte by byte: what no Yjs client would write.
 *
 * The format: github.com/yjs/yjs, src/utils/encoding.js and src/structs.
 */
import * as encoding from "lib0/encoding";

export interface RawSection {
  client: number;
  start: number;
  structs: RawStruct[];
  /** What the bytes say, where that is not the truth. */
  claimedCount?: number;
}
export type RawStruct = (encoder: encoding.Encoder) => void;
export type RawId = readonly [client: number, clock: number];

/** Where an item hangs: on a root, in a type, or beside its neighbours. */
export type RawPlace =
  | { root: string; key?: string }
  | { parent: RawId; key?: string }
  | { left: RawId; right?: RawId }
  | { right: RawId };

export const rawUpdate = (
  sections: readonly RawSection[],
  deletions: Readonly<Record<number, readonly (readonly [clock: number, length: number])[]>> = {},
): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sections.length);
  for (const { client, start, structs, claimedCount } of sections) {
    encoding.writeVarUint(encoder, claimedCount ?? structs.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, start);
    for (const write of structs) write(encoder);
  }
  const clients = Object.entries(deletions);
  encoding.writeVarUint(encoder, clients.length);
  for (const [client, ranges] of clients) {
    encoding.writeVarUint(encoder, Number(client));
    encoding.writeVarUint(encoder, ranges.length);
    for (const [clock, length] of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
  return encoding.toUint8Array(encoder);
};

export const gc =
  (length: number): RawStruct =>
  (encoder) => {
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, length);
  };

export const skip =
  (length: number): RawStruct =>
  (encoder) => {
    encoding.writeUint8(encoder, 10);
    encoding.writeVarUint(encoder, length);
  };

/** An item with content of Yjs' kind number `kind`; `content` writes it. */
export const item =
  (place: RawPlace, kind: number, content: RawStruct): RawStruct =>
  (encoder) => {
    const left = "left" in place ? place.left : undefined;
    const right = "right" in place ? place.right : undefined;
    const key = "key" in place ? place.key : undefined;
    encoding.writeUint8(encoder, kind | (left ? 0x80 : 0) | (right ? 0x40 : 0) | (key === undefined ? 0 : 0x20));
    if (left !== undefined) writeId(encoder, left);
    if (right !== undefined) writeId(encoder, right);
    if ("root" in place) {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, place.root);
    } else if ("parent" in place) {
      encoding.writeVarUint(encoder, 0);
      writeId(encoder, place.parent);
    }
    if (key !== undefined) encoding.writeVarString(encoder, key);
    content(encoder);
  };

const writeId = (encoder: encoding.Encoder, [client, clock]: RawId) => {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
};

export const deleted = (place: RawPlace, length: number): RawStruct =>
  item(place, 1, (encoder) => encoding.writeVarUint(encoder, length));

export const text = (place: RawPlace, value: string): RawStruct =>
  item(place, 4, (encoder) => encoding.writeVarString(encoder, value));

export const format = (place: RawPlace, key: string, json: string): RawStruct =>
  item(place, 6, (encoder) => {
    encoding.writeVarString(encoder, key);
    encoding.writeVarString(encoder, json);
  });

/** Yjs' own type numbers: 0 array, 1 map, 2 text, 3 element, 4 fragment, 5 hook, 6 XML text. */
export const type = (place: RawPlace, number: number, name?: string): RawStruct =>
  item(place, 7, (encoder) => {
    encoding.writeVarUint(encoder, number);
    if (name !== undefined) encoding.writeVarString(encoder, name);
  });

/** Values in lib0's encoding. */
export const any = (place: RawPlace, ...values: unknown[]): RawStruct =>
  anyBytes(place, values.length, (encoder) => {
    for (const value of values) encoding.writeAny(encoder, value as never);
  });

export const anyBytes = (place: RawPlace, count: number, write: RawStruct): RawStruct =>
  item(place, 8, (encoder) => {
    encoding.writeVarUint(encoder, count);
    write(encoder);
  });
