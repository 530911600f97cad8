import { expect, it } from "vitest";
import { limits } from "../limits.ts";
import type { Clock } from "./clock.ts";
import { createPresencePace } from "./presence-pace.ts";

it("[T22] [W6] passes ten a second and, of the rest, the newest in the end", () => {
  let nowMs = 0;
  const timers: { at: number; callback: () => void }[] = [];
  const clock: Clock = {
    now: () => nowMs,
    setTimer: (ms, callback) => {
      const timer = { at: nowMs + ms, callback };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
  };
  const passed: number[] = [];
  const offer = createPresencePace(clock, ([first = 0]) => passed.push(first));
  for (let i = 1; i <= 50; i++) offer(new Uint8Array([i]));
  expect(passed).toHaveLength(limits.awarenessPerSecond);
  while (timers.length > 0) {
    const next = timers.shift();
    nowMs = next?.at ?? nowMs;
    next?.callback();
  }
  expect(passed).toHaveLength(limits.awarenessPerSecond + 1);
  expect(passed.at(-1)).toBe(50);
});
