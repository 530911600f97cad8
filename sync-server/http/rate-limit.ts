import type { MiddlewareHandler } from "hono";
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

/** Writes of one session, or of one address where nobody is signed in. Bulk sync has bounds of its own. */
export const limitWrites =
  (
    buckets: RateBuckets,
    addressOf: (context: AppContext) => string,
    secretOf: (context: AppContext) => string | null,
  ): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    if (!isWrite(context) || context.req.path.startsWith("/api/sync")) return next();
    const secret = secretOf(context);
    const isAllowed =
      secret === null
        ? buckets.take(`address:${addressOf(context)}`, limits.anonymousWritesPerMinute)
        : buckets.take(`session:${secret}`, limits.writesPerMinute);
    return isAllowed ? next() : tooManyRequests(context);
  };
