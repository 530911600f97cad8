import type { Context } from "hono";
import { routePath } from "hono/route";
import type { Log } from "../logging.ts";
import { isDatabaseTrouble } from "../store/sql.ts";
import type { AppContext } from "./app-env.ts";

export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 423 | 429 | 500 | 503;

export interface ErrorBody {
  code: string;
  /** A sentence in English, for people who read answers; programs look at the code. */
  message: string;
  /** Field as sent → what is wrong with it. */
  fields?: Record<string, string>;
  facts?: Record<string, unknown>;
}

/** Every refusal of the HTTP interface has this form. */
export const refuse = (context: Context, status: ErrorStatus, body: ErrorBody): Response => {
  if (status === 429 || status === 503) context.header("retry-after", "2");
  return context.json({ error: body }, status);
};

export const notFound = (context: Context): Response =>
  refuse(context, 404, { code: "not_found", message: "There is no such thing, or it is not yours to see." });

export const signedOut = (context: Context): Response =>
  refuse(context, 401, { code: "signed_out", message: "Sign in first." });

/** Ended from elsewhere: a device that hears this removes what it holds. */
export const revoked = (context: Context): Response =>
  refuse(context, 401, { code: "session_revoked", message: "This session was ended from elsewhere." });

export const forbidden = (context: Context): Response =>
  refuse(context, 403, { code: "forbidden", message: "Your role does not allow this." });

export const tooManyRequests = (context: Context): Response =>
  refuse(context, 429, { code: "too_many_requests", message: "Too many requests; wait a moment." });

export const unavailable = (context: Context): Response =>
  refuse(context, 503, {
    code: "unavailable",
    message: "This cannot be stored right now. Nothing is lost; try again.",
  });

/** What nobody foresaw: logged in full under the request's id, told in general. */
export const createErrorHandler =
  (log: Log) =>
  (err: unknown, context: AppContext): Response => {
    if (isDatabaseTrouble(err)) {
      log.warn({ err, request: context.get("requestId") }, "the database did not answer in time");
      return unavailable(context);
    }
    const request = context.get("requestId");
    log.error({ err, request, method: context.req.method, route: routePath(context) }, "a request failed");
    return refuse(context, 500, { code: "internal", message: `Something went wrong here (request ${request}).` });
  };
