import type { RandomBytes } from "../../../shared/ids.ts";

export interface SeededRandom {
  /** A whole number from 0 up to, not including, `below`. */
  int(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
  bytes: RandomBytes;
}

/** The same seed gives the same numbers (mulberry32). */
export const createSeededRandom = (seed: number): SeededRandom => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    int,
    pick: <Item>(items: readonly Item[]) => items[int(items.length)] as Item,
    bytes: (count) => Uint8Array.from({ length: count }, () => int(256)),
  };
};
