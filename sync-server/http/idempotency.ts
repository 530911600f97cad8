import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { limits } from "../limits.ts";
import { freeKey, saveAnswer, takeKey } from "../store/idempotency.ts";
import type { Sql } from "../store/sql.ts";
import type { AppEnv } from "./app-env.ts";
import { refuse } from "./errors.ts";

const keyPattern = /^[\x21-\x7e]{1,200}$/;

/** A POST sent twice under one `Idempotency-Key` has one effect and one answer. Behind `signedIn`: keys are each person's own. */
export const idempotent =
  (sql: Sql): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const key = context.req.header("idempotency-key");
    if (context.req.method !== "POST" || key === undefined) return next();
    if (!keyPattern.test(key)) return refuse(context, 400, { code: "malformed", message: "Not an idempotency key." });
    const { userId } = context.get("caller");
    const body = await context.req.text();
    const hash = createHash("sha256")
      .update(`${context.req.path.replace(/\/$/, "")}\n${body}`)
      .digest("hex");
    const nowMs = Date.now();
    const state = await takeKey(sql, {
      userId,
      key,
      hash,
      now: new Date(nowMs).toISOString(),
      abandonedBefore: new Date(nowMs - limits.requestMs).toISOString(),
    });
    if (state.kind === "answered") {
      return context.body(state.body, state.status as 200, {
        "content-type": "application/json",
        "idempotent-replay": "true",
      });
    }
    if (state.kind === "running") {
      return refuse(context, 409, {
        code: "in_progress",
        message: "The first request with this key is still under way.",
      });
    }
    if (state.kind === "other") {
      return refuse(context, 422, { code: "key_reused", message: "This key was used for another request." });
    }
    await next();
    // What failed on our side, or for lack of time, may be tried again under the same key.
    if (context.res.status >= 500 || context.res.status === 429) await freeKey(sql, userId, key);
    else await saveAnswer(sql, userId, key, { status: context.res.status, body: await context.res.clone().text() });
  };
