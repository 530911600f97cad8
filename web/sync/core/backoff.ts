import type { RandomBytes } from "../../../shared/ids.ts";
import { deviceLimits } from "./limits.ts";

/** How long to wait before attempt number `attempt` (0 is the first retry): doubled each time, half of it random. */
export const backoffMs = (attempt: number, random: RandomBytes): number => {
  const full = Math.min(deviceLimits.backoffLastMs, deviceLimits.backoffFirstMs * 2 ** Math.min(attempt, 16));
  return Math.round(full / 2 + (full / 2) * fraction(random));
};

/** A number from 0 up to 1. */
const fraction = (random: RandomBytes): number => {
  const [high = 0, low = 0] = random(2);
  return (high * 256 + low) / 65536;
};
