/** The browser's clock and randomness, as the engine asks for them. */
import type { RandomBytes } from "../../../shared/ids.ts";
import type { DeviceClock } from "../core/ports.ts";

export const clock: DeviceClock = {
  now: () => Date.now(),
  setTimer: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

export const random: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));
