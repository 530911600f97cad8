import type { MiddlewareHandler } from "hono";
import type { Callers } from "../auth/callers.ts";
import { limits } from "../limits.ts";
import type { AppContext, AppEnv } from "./app-env.ts";
import { tooManyRequests } from "./errors.ts";
import { isWrite } from "./middleware.ts";

export interface RateBuckets {
  /** False when `key` has used up its minute. */
  take(key: string, perMinute: number): boolean;
}

/** Token buckets that fill over a minute. Those that are full again are forgotten. */
export const createRateBuckets = (now: () => number): RateBuckets => {
  const buckets = new Map<string, { tokens: number; at: number }>();
  let sweptAt = now();
  return {
    take: (key, perMinute) => {
      const at = now();
      if (at - sweptAt > 60_000) {
        sweptAt = at;
        for (const [old, bucket] of buckets) if (at - bucket.at > 60_000) buckets.delete(old);
      }
      const bucket = buckets.get(key) ?? { tokens: perMinute, at };
      // A clock that is set back gives nothing and takes nothing.
      const passedMs = Math.max(0, at - bucket.at);
      bucket.tokens = Math.min(perMinute, bucket.tokens + (passedMs / 60_000) * perMinute);
      bucket.at = at;
      buckets.set(key, bucket);
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
  };
};

/** Writes of one session; of one address where nobody is signed in, whatever secret was made up to be counted apart. */
export const limitWrites =
  (
    buckets: RateBuckets,
    addressOf: (context: AppContext) => string,
    callers: Pick<Callers, "authenticate">,
  ): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    if (!isWrite(context)) return next();
    const caller = await callers.authenticate(context);
    if (caller === null) {
      const isAllowed = buckets.take(`address:${addressOf(context)}`, limits.anonymousWritesPerMinute);
      return isAllowed ? next() : tooManyRequests(context);
    }
    const isBulk = context.req.path.startsWith("/api/sync");
    const isAllowed = isBulk
      ? buckets.take(`bulk:${caller.sessionId}`, limits.bulksPerMinute)
      : buckets.take(`session:${caller.sessionId}`, limits.writesPerMinute);
    return isAllowed ? next() : tooManyRequests(context);
  };
