import type { DeviceClock } from "./ports.ts";

/** A clock for tests that stands still until it is told to go. */
export interface FakeClock extends DeviceClock {
  /** Lets `ms` pass, timer by timer, and every promise between them run dry. */
  pass(ms: number): Promise<void>;
}

export const createFakeClock = (startMs = 1_000_000): FakeClock => {
  let now = startMs;
  let timers: { at: number; callback: () => void }[] = [];
  const settle = async () => {
    for (let i = 0; i < 50; i++) await null;
  };
  return {
    now: () => now,
    setTimer: (ms, callback) => {
      const timer = { at: now + ms, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass: async (ms) => {
      const end = now + ms;
      await settle();
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        timers = timers.filter((timer) => timer !== next);
        now = next.at;
        next.callback();
        await settle();
      }
      now = end;
    },
  };
};
