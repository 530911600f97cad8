import type { Clock } from "../../sync/clock.ts";

export interface FakeClock extends Clock {
  /** Lets `ms` pass: timers run in their order, and whatever they start is given its turns of the event loop. */
  advance(ms: number): Promise<void>;
}

export const createFakeClock = (startMs: number): FakeClock => {
  let nowMs = startMs;
  let timers: { at: number; callback: () => void }[] = [];
  return {
    now: () => nowMs,
    setTimer: (ms, callback) => {
      const timer = { at: nowMs + ms, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance: async (ms) => {
      const end = nowMs + ms;
      await settle();
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        nowMs = Math.max(nowMs, next.at);
        next.callback();
        await settle();
      }
      nowMs = end;
    },
  };
};

/** Everything that can happen without time passing has happened. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
