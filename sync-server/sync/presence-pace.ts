/**
 * Presence at the pace others can bear: what comes faster than `limits.awarenessPerSecond` waits, and only the newest of it
 * is passed on. Where somebody's caret rests is told in the end, however fast they typed.
 */
import { limits } from "../limits.ts";
import type { Clock } from "./clock.ts";
import { createTokenBucket } from "./token-bucket.ts";

export const createPresencePace = (clock: Clock, pass: (payload: Uint8Array) => void) => {
  const bucket = createTokenBucket(limits.awarenessPerSecond, limits.awarenessPerSecond, clock);
  let newest: Uint8Array | null = null;

  const later = () => {
    clock.setTimer(1000 / limits.awarenessPerSecond, () => {
      if (newest === null) return;
      if (!bucket.take()) return later();
      const payload = newest;
      newest = null;
      pass(payload);
    });
  };

  return (payload: Uint8Array): void => {
    const isWaiting = newest !== null;
    if (!isWaiting && bucket.take()) pass(payload);
    else newest = payload;
    if (!isWaiting && newest !== null) later();
  };
};
