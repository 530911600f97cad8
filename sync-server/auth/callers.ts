import type { Context } from "hono";
import type { UserId } from "../../shared/ids.ts";
import type { Config } from "../config.ts";
import type { Caller, CallerPort } from "../sync/caller.ts";
import type { SessionCookies } from "./session-cookies.ts";
import type { Sessions } from "./sessions.ts";

/** A caller with the secret that proved it, for ending or renewing exactly this session. */
export interface KnownCaller extends Caller {
  secret: string;
  expiresAt: Date;
  wasExtended: boolean;
}

export interface Callers extends CallerPort {
  authenticate(context: Context, options?: { allowQueryToken?: boolean }): Promise<KnownCaller | null>;
  /** Of one who is not authenticated: was their session ended from elsewhere? */
  wasRevoked(context: Context): Promise<boolean>;
}

export const createCallers = (
  sessions: Sessions,
  cookies: SessionCookies,
  config: Pick<Config, "publicUrl">,
): Callers => {
  /** Middleware and handler of one request ask the database once. */
  const known = new WeakMap<Context, Promise<KnownCaller | null>>();

  const lookUp = async (context: Context, token: string | null): Promise<KnownCaller | null> => {
    const secret = token ?? cookies.readSession(context);
    if (secret === null || secret === "") return null;
    const session = await sessions.validate(secret);
    if (session === null || !isMeant(context, session.userId)) return null;
    const by = token === null ? "cookie" : "token";
    return {
      userId: session.userId,
      sessionId: session.id,
      by,
      secret,
      expiresAt: session.expiresAt,
      wasExtended: session.wasExtended,
    };
  };

  return {
    authenticate: (context, options = {}) => {
      const before = known.get(context);
      if (before !== undefined) return before;
      const inAddress = options.allowQueryToken === true ? (context.req.query("token") ?? null) : null;
      const caller = lookUp(context, readBearer(context) ?? inAddress);
      known.set(context, caller);
      return caller;
    },
    wasRevoked: async (context) => {
      const secret = readBearer(context) ?? cookies.readSession(context) ?? "";
      return secret !== "" && sessions.wasRevoked(secret);
    },
    isOwnOrigin: (context, origin) => {
      if (config.publicUrl !== null) return origin === config.publicUrl;
      const host = context.req.header("host");
      return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
    },
    endedSessions: (ids) => sessions.ended(ids),
  };
};

/**
 * A device says whose it is: where somebody else has signed in meanwhile, in another tab of the browser, the cookie is not
 * that person's, and neither may their changes travel in it nor its tickets come to their device.
 */
const isMeant = (context: Context, userId: UserId): boolean => {
  const meant = context.req.query("signed_in_as") ?? context.req.header("x-signed-in-as");
  return meant === undefined || meant === userId;
};

/** Whoever brings a token means it: where it is none, a cookie does not count in its place. */
const readBearer = (context: Context): string | null => {
  const header = context.req.header("authorization") ?? "";
  if (!header.startsWith("Bearer")) return null;
  return /^Bearer ([A-Za-z0-9._~+/=-]{1,512})$/.exec(header)?.[1] ?? "";
};
