/** Sessions by lucia, kept behind these few functions so that it can be replaced. The database holds only SHA-256 of a session's secret. */
import { createHash } from "node:crypto";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import type { UserId } from "../../shared/ids.ts";
import { limits } from "../limits.ts";
import {
  deleteExpiredSessions,
  deleteOldRevocations,
  deleteSession,
  deleteSessionsOfUser,
  endedSessions,
  extendSession,
  insertSession,
  isRevoked,
  type SessionRow,
  sessionByHash,
  sessionsOfUser,
  touchSession,
} from "../store/session-rows.ts";
import type { Sql } from "../store/sql.ts";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    UserId: string;
    DatabaseSessionAttributes: Pick<SessionRow, "public_id" | "created_at" | "last_seen_at" | "user_agent" | "address">;
    DatabaseUserAttributes: { username: string };
  }
}

export interface LiveSession {
  userId: UserId;
  /** Its name in lists and for ending it; no secret. */
  id: string;
  expiresAt: Date;
  /** Its expiry was just moved: the cookie should be sent again. */
  wasExtended: boolean;
}

export interface Sessions {
  /** The answer's `secret` goes to its owner and nowhere else. */
  create(userId: UserId, from: { userAgent: string; address: string }): Promise<{ secret: string; expiresAt: Date }>;
  /** Null for a secret that is unknown, too old, or of somebody who is not active. */
  validate(secret: string): Promise<LiveSession | null>;
  end(secret: string): Promise<void>;
  /** Ended from elsewhere, by its owner or an admin: what its device holds is not to stay there. */
  wasRevoked(secret: string): Promise<boolean>;
  ended(ids: readonly string[]): Promise<string[]>;
  deleteExpired(): Promise<void>;
}

const touchEveryMs = 10 * 60_000;

export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

export const createSessions = (sql: Sql): Sessions => {
  const lucia = createLucia(sql);
  return {
    create: async (userId, { userAgent, address }) => {
      const now = new Date().toISOString();
      const attributes = { public_id: "", created_at: now, last_seen_at: now, user_agent: userAgent, address };
      const session = await lucia.createSession(userId, attributes);
      return { secret: session.id, expiresAt: session.expiresAt };
    },
    validate: async (secret) => {
      const { session } = await lucia.validateSession(secret);
      if (session === null) return null;
      if (Date.now() - Date.parse(session.lastSeenAt) > touchEveryMs) {
        await touchSession(sql, hashSecret(secret), new Date().toISOString());
      }
      return {
        userId: session.userId as UserId,
        id: session.publicId,
        expiresAt: session.expiresAt,
        wasExtended: session.fresh,
      };
    },
    end: (secret) => lucia.invalidateSession(secret),
    wasRevoked: (secret) => isRevoked(sql, hashSecret(secret)),
    ended: (ids) => endedSessions(sql, ids, { now: new Date().toISOString(), createdAfter: oldestStart() }),
    deleteExpired: async () => {
      await lucia.deleteExpiredSessions();
      await deleteOldRevocations(sql, new Date(Date.now() - limits.revocationKeptMs).toISOString());
    },
  };
};

const createLucia = (sql: Sql) =>
  new Lucia(createAdapter(sql), {
    sessionExpiresIn: new TimeSpan(limits.sessionIdleMs, "ms"),
    getSessionAttributes: ({ public_id, last_seen_at }) => ({ publicId: public_id, lastSeenAt: last_seen_at }),
  });

const oldestStart = () => new Date(Date.now() - limits.sessionAbsoluteMs).toISOString();

/** What lucia calls an id is the secret: hashed on the way in, given back as it came. */
const createAdapter = (sql: Sql): Adapter => ({
  getSessionAndUser: async (secret) => {
    const row = await sessionByHash(sql, hashSecret(secret));
    if (row === null || row.created_at <= oldestStart()) return [null, null];
    return [toLucia(row, secret), { id: row.user_id, attributes: { username: row.username } }];
  },
  getUserSessions: async (userId) => (await sessionsOfUser(sql, userId as UserId)).map((row) => toLucia(row, row.id)),
  setSession: ({ id, userId, expiresAt, attributes }) =>
    insertSession(sql, {
      id: hashSecret(id),
      user_id: userId as UserId,
      expires_at: expiresAt.toISOString(),
      created_at: attributes.created_at,
      last_seen_at: attributes.last_seen_at,
      user_agent: attributes.user_agent.slice(0, 300),
      address: attributes.address,
    }),
  updateSessionExpiration: (secret, expiresAt) => extendSession(sql, hashSecret(secret), expiresAt.toISOString()),
  deleteSession: (secret) => deleteSession(sql, hashSecret(secret)),
  deleteUserSessions: (userId) => deleteSessionsOfUser(sql, userId as UserId, null),
  deleteExpiredSessions: () => deleteExpiredSessions(sql, new Date().toISOString()),
});

const toLucia = (row: SessionRow, id: string): DatabaseSession => ({
  id,
  userId: row.user_id,
  expiresAt: new Date(row.expires_at),
  attributes: row,
});
