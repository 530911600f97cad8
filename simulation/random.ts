import type { RandomBytes } from "../shared/ids.ts";

/** Seeded randomness: the same seed draws the same numbers, on every machine. */
export interface SimRandom {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from 0 up to `below`. */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** One of the keys, as often as its weight says. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
  bytes: RandomBytes;
  /** Randomness of its own for a part, so that one part's draws do not shift another's. */
  fork(): SimRandom;
}

/** sfc32 (Chris Doty-Humphrey), seeded by splitmix32. */
export const createSimRandom = (seed: number): SimRandom => {
  let mix = seed >>> 0;
  const split = () => {
    mix = (mix + 0x9e3779b9) >>> 0;
    let t = mix ^ (mix >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return (t ^ (t >>> 15)) >>> 0;
  };
  let [a, b, c, d] = [split(), split(), split(), split()];
  const uint32 = () => {
    const t = (((a + b) >>> 0) + d) >>> 0;
    d = (d + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = ((c << 21) | (c >>> 11)) >>> 0;
    c = (c + t) >>> 0;
    return t;
  };
  const random: SimRandom = {
    next: () => uint32() / 2 ** 32,
    int: (below) => Math.floor(random.next() * below),
    chance: (probability) => random.next() < probability,
    pick: (items) => {
      const item = items[random.int(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
    weighted: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      let left = random.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      throw new Error("no weights");
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => uint32() & 0xff),
    fork: () => createSimRandom(uint32()),
  };
  for (let i = 0; i < 12; i++) uint32();
  return random;
};
