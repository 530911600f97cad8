import type { Clock } from "./clock.ts";

/** Allows `perSecond` on average and `burst` at once; `take` is false when there is nothing left. */
export const createTokenBucket = (perSecond: number, burst: number, clock: Pick<Clock, "now">) => {
  let tokens = burst;
  let at = clock.now();
  return {
    take: (): boolean => {
      const now = clock.now();
      tokens = Math.min(burst, tokens + (Math.max(0, now - at) / 1000) * perSecond);
      at = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
};
