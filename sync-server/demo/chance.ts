import * as prng from "lib0/prng";
import type { RandomBytes } from "../../shared/ids.ts";

/** Repeatable chance: the same seed gives the same workspace. */
export interface Chance {
  /** In [low, high). */
  between(low: number, high: number): number;
  /** One in `many`. */
  oneIn(many: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  bytes: RandomBytes;
  /** A Yjs client id, never the server's. */
  clientId(): number;
}

export const createChance = (seed: number): Chance => {
  const generator = prng.create(seed);
  return {
    between: (low, high) => low + prng.real53(generator) * (high - low),
    oneIn: (many) => prng.uint32(generator, 1, many) === 1,
    pick: (items) => prng.oneOf(generator, items as never[]),
    bytes: (count) => prng.uint8Array(generator, count),
    clientId: () => prng.uint32(generator, 1000, 0xffffffff),
  };
};
