import type { RandomBytes } from "../shared/ids.ts";

const poolBytes = 4096;

/** Random bytes out of a pool: asking the system for 16 at a time takes longer than judging a keystroke. */
export const createPooledRandom = (): RandomBytes => {
  const pool = new Uint8Array(poolBytes);
  let used = poolBytes;
  return (count) => {
    if (count > poolBytes) return crypto.getRandomValues(new Uint8Array(count));
    if (used + count > poolBytes) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    used += count;
    return pool.slice(used - count, used);
  };
};
