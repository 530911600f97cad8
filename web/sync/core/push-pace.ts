import { deviceLimits } from "./limits.ts";
import type { DeviceClock } from "./ports.ts";

/** Holds pushes back where the server would end the connection for sending too many; they merge meanwhile. */
export const createPushPace = (clock: DeviceClock, resume: () => void) => {
  let tokens: number = deviceLimits.pushBurst;
  let filledAt = clock.now();
  let stopTimer: (() => void) | null = null;

  const refill = () => {
    const now = clock.now();
    // A device clock may jump back; then nothing is gained, nothing lost.
    const gained = (Math.max(0, now - filledAt) * deviceLimits.pushesPerSecond) / 1000;
    tokens = Math.min(deviceLimits.pushBurst, tokens + gained);
    filledAt = now;
  };

  return {
    /** True: push now. False: `resume` is called when the next may go. */
    take: (): boolean => {
      refill();
      if (tokens >= 1) {
        tokens -= 1;
        return true;
      }
      stopTimer ??= clock.setTimer(Math.ceil(1000 / deviceLimits.pushesPerSecond), () => {
        stopTimer = null;
        resume();
      });
      return false;
    },
    stop: () => stopTimer?.(),
  };
};
