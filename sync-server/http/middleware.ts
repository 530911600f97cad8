/** What every request passes before it reaches a resource. */
import { randomUUID } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Callers } from "../auth/callers.ts";
import type { SessionCookies } from "../auth/session-cookies.ts";
import type { Config } from "../config.ts";
import { limits } from "../limits.ts";
import type { AppEnv } from "./app-env.ts";
import { refuse, revoked, signedOut } from "./errors.ts";

export const requestIds: MiddlewareHandler<AppEnv> = async (context, next) => {
  context.set("requestId", randomUUID());
  await next();
};

/** Inline styles are what editors and charts write; inline scripts are nobody's. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export const securityHeaders = (isSecure: (context: Context) => boolean): MiddlewareHandler<AppEnv> => {
  const headers = {
    "content-security-policy": contentSecurityPolicy,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(), microphone=(), payment=(), usb=()",
  };
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    if (isSecure(context)) context.res.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
    if (context.req.path.startsWith("/api/") && !context.res.headers.has("cache-control")) {
      context.res.headers.set("cache-control", "no-store");
    }
  };
};

export const apiBodyLimit: MiddlewareHandler<AppEnv> = bodyLimit({
  maxSize: limits.bodyBytes,
  onError: (context) => refuse(context, 413, { code: "too_large", message: "The body is too large." }),
});

const readsOnly = new Set(["GET", "HEAD", "OPTIONS"]);
export const isWrite = (context: Context): boolean => !readsOnly.has(context.req.method);

/**
 * A foreign page must not act for whoever is signed in here. Writes need a content type that no form can send, and come
 * from our own origin: as the browser says (`Sec-Fetch-Site`), or by `Origin`. Programs have neither and no cookie.
 */
export const refuseForeignWrites =
  (callers: Callers, cookies: SessionCookies, config: Pick<Config, "corsAllowedOrigins">): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    if (!isWrite(context)) return next();
    const origin = context.req.header("origin");
    const site = context.req.header("sec-fetch-site");
    const isListed = origin !== undefined && config.corsAllowedOrigins.includes(origin) && hasToken(context);
    const isOwn = origin === undefined || callers.isOwnOrigin(context, origin);
    const isSameSite =
      site === undefined
        ? origin !== undefined || cookies.readSession(context) === null || hasToken(context)
        : site === "same-origin";
    if (!isListed && !(isOwn && isSameSite)) {
      return refuse(context, 403, { code: "foreign_origin", message: "Not from this origin." });
    }
    const type = (context.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    if (context.req.method !== "DELETE" && !acceptedTypes.has(type)) {
      return refuse(context, 400, { code: "json_expected", message: "Send application/json." });
    }
    return next();
  };

const acceptedTypes = new Set(["application/json", "application/octet-stream"]);
const hasToken = (context: Context): boolean => context.req.header("authorization") !== undefined;

/** Pages of listed origins may use the API with a token, never with this browser's cookie. */
export const corsForListed = (config: Pick<Config, "corsAllowedOrigins">): MiddlewareHandler<AppEnv> => {
  const listed = new Set(config.corsAllowedOrigins);
  return async (context, next) => {
    const origin = context.req.header("origin");
    if (origin === undefined || !listed.has(origin)) return next();
    if (context.req.method === "OPTIONS") {
      context.header("access-control-allow-methods", "GET, POST, PATCH, DELETE");
      context.header("access-control-allow-headers", "authorization, content-type, idempotency-key");
      context.header("access-control-max-age", "600");
      context.header("access-control-allow-origin", origin);
      context.header("vary", "origin");
      return context.body(null, 204);
    }
    await next();
    context.res.headers.set("access-control-allow-origin", origin);
    context.res.headers.set("cross-origin-resource-policy", "cross-origin");
    context.res.headers.append("vary", "origin");
  };
};

/** The route is for people who are signed in; `caller` is there behind it. A cookie whose session was extended goes out anew. */
export const signedIn =
  (callers: Callers, cookies: SessionCookies): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const caller = await callers.authenticate(context);
    if (caller === null) return (await callers.wasRevoked(context)) ? revoked(context) : signedOut(context);
    context.set("caller", caller);
    if (caller.by === "cookie" && caller.wasExtended) cookies.writeSession(context, caller.secret, caller.expiresAt);
    return next();
  };

/** The other end, as far as it can be believed: behind a trusted proxy what that proxy added last. */
export const createAddressReader =
  (config: Pick<Config, "trustProxy">) =>
  (context: Context): string => {
    const forwarded = config.trustProxy ? context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
    if (forwarded !== undefined && forwarded !== "") return forwarded;
    // In tests a request has no connection.
    return context.env?.incoming === undefined ? "none" : (getConnInfo(context).remote.address ?? "none");
  };

export const createSecureReader =
  (config: Pick<Config, "trustProxy" | "publicUrl">) =>
  (context: Context): boolean =>
    config.publicUrl === null
      ? config.trustProxy && context.req.header("x-forwarded-proto") === "https"
      : config.publicUrl.startsWith("https:");
