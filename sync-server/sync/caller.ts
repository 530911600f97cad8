import type { Context } from "hono";
import type { UserId } from "../../shared/ids.ts";

/** Who is asking, as the session says. */
export interface Caller {
  userId: UserId;
  sessionId: string;
  /** How they proved it: a cookie rides along with foreign pages' requests, a token does not. */
  by: "cookie" | "token";
}

export interface CallerPort {
  /** From the session cookie, an Authorization header, or `?token=` where `allowQueryToken`; null when signed out. */
  authenticate(context: Context, options?: { allowQueryToken?: boolean }): Promise<Caller | null>;
  /** Is this `Origin` one of ours? */
  isOwnOrigin(context: Context, origin: string): boolean;
  /** Which of these sessions have ended. One query. */
  endedSessions(sessionIds: readonly string[]): Promise<string[]>;
}
