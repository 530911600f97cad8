import type { Clock } from "./clock.ts";

/** What `asked` resolves to; rejects when that takes longer than `ms`. */
export const within = <Value>(ms: number, asked: Promise<Value>, clock: Pick<Clock, "setTimer">): Promise<Value> =>
  new Promise((resolve, reject) => {
    const cancel = clock.setTimer(ms, () => reject(new Error(`no answer within ${ms} ms`)));
    asked.then(resolve, reject).finally(cancel);
  });
