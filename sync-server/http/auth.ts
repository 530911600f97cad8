import type { MiddlewareHandler } from "hono";
import * as v from "valibot";
import type { Accounts, SignInRefusal } from "../auth/accounts.ts";
import type { SessionCookies } from "../auth/session-cookies.ts";
import type { Sessions } from "../auth/sessions.ts";
import { revokeSessions, sessionsOfUser } from "../store/session-rows.ts";
import type { Sql } from "../store/sql.ts";
import { accountById, updateProfile } from "../store/users.ts";
import { accountJson } from "./account-json.ts";
import { NewPersonSchema, ProfileSchema, TypedPasswordSchema } from "./account-schemas.ts";
import type { App, AppContext, AppEnv } from "./app-env.ts";
import { type ErrorStatus, notFound, refuse, signedOut, tooManyRequests } from "./errors.ts";
import { readJson } from "./read-json.ts";

export interface AuthDeps {
  sql: Sql;
  accounts: Accounts;
  sessions: Sessions;
  cookies: SessionCookies;
  signedIn: MiddlewareHandler<AppEnv>;
  addressOf(context: AppContext): string;
  /** Close what ended sessions hold open, now. */
  sessionsEnded(): Promise<void>;
  directoryChanged(): Promise<void>;
}

const LoginSchema = v.strictObject({ username: v.pipe(v.string(), v.maxLength(200)), password: TypedPasswordSchema });
const ChangeSchema = v.strictObject({ current_password: TypedPasswordSchema, new_password: TypedPasswordSchema });
const NothingSchema = v.strictObject({});
const EndSessionsSchema = v.strictObject({ id: v.optional(v.pipe(v.string(), v.uuid())) });

const refusals: Record<SignInRefusal, { status: ErrorStatus; message: string }> = {
  invalid_credentials: { status: 401, message: "Username and password do not match." },
  account_locked: { status: 423, message: "Too many wrong passwords; try again in half an hour." },
  account_pending: { status: 403, message: "An admin has not approved this account yet." },
  account_inactive: { status: 403, message: "This account is closed." },
  too_many_requests: { status: 429, message: "Too many people are signing in; try again in a moment." },
};

export const weakPassword = (context: AppContext, weak: string, field = "password"): Response =>
  refuse(context, 422, { code: "weak_password", message: `The password ${weak}.`, fields: { [field]: weak } });

export const registerAuth = (app: App, deps: AuthDeps): void => {
  const { sql, accounts, sessions, cookies, signedIn } = deps;

  app.post("/api/auth/login", async (context) => {
    const body = await readJson(context, LoginSchema);
    if (!body.ok) return body.error;
    const signed = await accounts.signIn({
      ...body.value,
      address: deps.addressOf(context),
      userAgent: context.req.header("user-agent") ?? "",
      device: cookies.readDevice(context),
    });
    if (!signed.ok) {
      const { status, message } = refusals[signed.error];
      return refuse(context, status, { code: signed.error, message });
    }
    const { account, secret, expiresAt, device } = signed.value;
    // A session that was there before is not continued under a new person (T1).
    const before = cookies.readSession(context);
    if (before !== null) await sessions.end(before);
    cookies.writeSession(context, secret, expiresAt);
    cookies.writeDevice(context, device);
    return context.json({ access: secret, expires_at: expiresAt.toISOString(), user: accountJson(account) });
  });

  app.post("/api/auth/register", async (context) => {
    const body = await readJson(context, NewPersonSchema);
    if (!body.ok) return body.error;
    const { first_name, last_name, ...rest } = body.value;
    const registered = await accounts.register({ ...rest, firstName: first_name, lastName: last_name });
    if (registered.ok) return context.json({ status: "pending" }, 202);
    return registered.error === "too_many_requests"
      ? tooManyRequests(context)
      : weakPassword(context, registered.error.weak);
  });

  app.post("/api/auth/refresh", signedIn, async (context) => {
    const body = await readJson(context, NothingSchema);
    if (!body.ok) return body.error;
    const { userId, secret, expiresAt } = context.get("caller");
    const account = await accountById(sql, userId);
    if (account === null) return signedOut(context);
    return context.json({ access: secret, expires_at: expiresAt.toISOString(), user: accountJson(account) });
  });

  app.post("/api/auth/logout", signedIn, async (context) => {
    await sessions.end(context.get("caller").secret);
    cookies.clearSession(context);
    await deps.sessionsEnded();
    return context.body(null, 204);
  });

  app.get("/api/auth/me", signedIn, async (context) => {
    const account = await accountById(sql, context.get("caller").userId);
    return account === null ? signedOut(context) : context.json(accountJson(account));
  });

  app.patch("/api/auth/me", signedIn, async (context) => {
    const body = await readJson(context, ProfileSchema);
    if (!body.ok) return body.error;
    const account = await updateProfile(sql, context.get("caller").userId, body.value);
    if (account === null) {
      const fields = { email: "belongs to another account" };
      return refuse(context, 422, { code: "invalid", message: "Some fields need another look.", fields });
    }
    await deps.directoryChanged();
    return context.json(accountJson(account));
  });

  app.post("/api/auth/change-password", signedIn, async (context) => {
    const body = await readJson(context, ChangeSchema);
    if (!body.ok) return body.error;
    const { userId, sessionId } = context.get("caller");
    const passwords = { current: body.value.current_password, next: body.value.new_password };
    const changed = await accounts.changePassword(userId, sessionId, passwords, deps.addressOf(context));
    if (changed.ok) {
      await deps.sessionsEnded();
      return context.body(null, 204);
    }
    if (typeof changed.error === "object") return weakPassword(context, changed.error.weak, "new_password");
    if (changed.error === "too_many_requests") return tooManyRequests(context);
    if (changed.error === "account_locked")
      return refuse(context, 423, { code: "account_locked", message: refusals.account_locked.message });
    const fields = { current_password: "is not your password" };
    return refuse(context, 422, { code: "wrong_password", message: "This is not your password.", fields });
  });

  app.get("/api/auth/sessions", signedIn, async (context) => {
    const { userId, sessionId } = context.get("caller");
    const rows = await sessionsOfUser(sql, userId);
    const results = rows.map((row) => ({
      id: row.public_id,
      is_current: row.public_id === sessionId,
      created_at: row.created_at,
      last_seen_at: row.last_seen_at,
      expires_at: row.expires_at,
      user_agent: row.user_agent,
      address: row.address,
    }));
    return context.json({ results });
  });

  /** One session by its id, or all but this one: their devices forget what they hold as soon as they are told. */
  app.delete("/api/auth/sessions", signedIn, async (context) => {
    const body = await readJson(context, EndSessionsSchema);
    if (!body.ok) return body.error;
    const { userId, sessionId } = context.get("caller");
    const { id } = body.value;
    const ended = await revokeSessions(sql, userId, id === undefined ? { but: sessionId } : { only: id }, nowIso());
    if (id !== undefined && ended === 0) return notFound(context);
    await deps.sessionsEnded();
    return context.body(null, 204);
  });
};

const nowIso = (): string => new Date().toISOString();
