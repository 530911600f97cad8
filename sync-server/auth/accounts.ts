/** Signing in, registering and passwords. Refusals are values; what is told never says whether a name exists. */
import { randomBytes } from "node:crypto";
import type { Role } from "../../shared/access/directory.ts";
import { type DepartmentId, newId, type UserId } from "../../shared/ids.ts";
import { fail, ok, type Result } from "../../shared/result.ts";
import { writeAudit } from "../store/audit-log.ts";
import { rememberDevice } from "../store/login-failures.ts";
import { deleteSessionsOfUser } from "../store/session-rows.ts";
import type { Sql } from "../store/sql.ts";
import {
  type Account,
  accountById,
  credentialsByUsername,
  insertAccount,
  passwordHashOf,
  setPasswordHash,
} from "../store/users.ts";
import { beginTry } from "./lockout.ts";
import type { PasswordHashes } from "./password-hashes.ts";
import { passwordFault } from "./password-rules.ts";
import { hashSecret, type Sessions } from "./sessions.ts";

export interface SignInRequest {
  username: string;
  password: string;
  address: string;
  userAgent: string;
  /** The secret of the device's cookie, where it has one. */
  device: string | null;
}

export interface SignedIn {
  account: Account;
  secret: string;
  expiresAt: Date;
  device: string;
}

export type SignInRefusal =
  | "invalid_credentials"
  | "account_locked"
  | "account_pending"
  | "account_inactive"
  | "too_many_requests";

export interface NewPerson {
  username: string;
  password: string;
  email: string | null;
  firstName: string;
  lastName: string;
  department: DepartmentId | null;
}

export interface Accounts {
  signIn(request: SignInRequest): Promise<Result<SignedIn, SignInRefusal>>;
  /** The answer is the same whether or not the name was free; `weak` says why the password will not do. */
  register(person: NewPerson): Promise<Result<void, { weak: string } | "too_many_requests">>;
  /** An account that is active at once; false when the name is taken. */
  create(person: NewPerson & { role: Role }): Promise<Result<UserId, { weak: string } | "too_many_requests" | "taken">>;
  /** Gives an account a new password without asking for the old one. */
  hashPassword(password: string): Promise<Result<string, "too_many_requests">>;
  setPasswordHash(userId: UserId, hash: string): Promise<void>;
  /** Ends every other session of the person. */
  changePassword(
    userId: UserId,
    sessionId: string,
    passwords: { current: string; next: string },
    address: string,
  ): Promise<Result<void, { weak: string } | "wrong_password" | "account_locked" | "too_many_requests">>;
}

/** What is wrong with the password this person chose, or null. */
export const weakness = ({
  password,
  username,
  email,
  firstName,
  lastName,
}: Omit<NewPerson, "department">): string | null =>
  passwordFault(password, [username, email ?? "", firstName, lastName]);

const random = (count: number) => new Uint8Array(randomBytes(count));
const now = () => new Date().toISOString();

export const createAccounts = (sql: Sql, sessions: Sessions, hashes: PasswordHashes): Accounts => {
  const tryPassword = async (
    account: (Account & { password_hash: string }) | null,
    { username, password, address, device }: Pick<SignInRequest, "username" | "password" | "address" | "device">,
  ): Promise<"right" | "wrong" | "locked" | "busy"> => {
    const attempt = await beginTry(sql, { username, userId: account?.id ?? null, address, device, nowMs: Date.now() });
    if (attempt.kind === "locked") return "locked";
    const isRight = await hashes.verify(account?.password_hash ?? null, password);
    if (isRight === null) {
      await attempt.succeeded();
      return "busy";
    }
    if (isRight) await attempt.succeeded();
    return isRight ? "right" : "wrong";
  };

  const insert = async (person: NewPerson, role: Role, status: Account["status"]) => {
    const weak = weakness(person);
    if (weak !== null) return fail({ weak });
    const passwordHash = await hashes.hash(person.password);
    if (passwordHash === null) return fail("too_many_requests" as const);
    const id = newId<UserId>(Date.now(), random);
    const isFree = await insertAccount(sql, {
      id,
      username: person.username,
      email: person.email,
      first_name: person.firstName,
      last_name: person.lastName,
      role,
      department: person.department,
      status,
      created_at: now(),
      password_hash: passwordHash,
    });
    const what = isFree ? (status === "pending" ? "registered" : "account_made") : "registration_name_taken";
    await writeAudit(sql, { at: now(), actor: null, what, subject: isFree ? id : person.username, facts: {} });
    return ok({ id, isFree });
  };

  return {
    signIn: async (request) => {
      const account = await credentialsByUsername(sql, request.username);
      const device = request.device === null ? null : hashSecret(request.device);
      const outcome = await tryPassword(account, { ...request, device });
      const refusal = refusalOf(outcome, account);
      const facts = { address: request.address };
      if (refusal !== null || account === null) {
        const what = `sign_in_refused_${refusal ?? "invalid_credentials"}`;
        await writeAudit(sql, { at: now(), actor: null, what, subject: request.username.slice(0, 64), facts });
        return fail(refusal ?? "invalid_credentials");
      }
      const { secret, expiresAt } = await sessions.create(account.id, request);
      const deviceSecret = request.device ?? randomBytes(24).toString("base64url");
      await rememberDevice(sql, hashSecret(deviceSecret), account.id, now());
      await writeAudit(sql, { at: now(), actor: account.id, what: "signed_in", subject: account.id, facts });
      const { password_hash: _, ...known } = account;
      return ok({ account: known, secret, expiresAt, device: deviceSecret });
    },
    register: async (person) => {
      const inserted = await insert(person, "member", "pending");
      return inserted.ok ? ok(undefined) : inserted;
    },
    create: async ({ role, ...person }) => {
      const inserted = await insert(person, role, "active");
      if (!inserted.ok) return inserted;
      return inserted.value.isFree ? ok(inserted.value.id) : fail("taken" as const);
    },
    hashPassword: async (password) => {
      const hash = await hashes.hash(password);
      return hash === null ? fail("too_many_requests") : ok(hash);
    },
    setPasswordHash: (userId, hash) => setPasswordHash(sql, userId, hash),
    changePassword: async (userId, sessionId, { current, next }, address) => {
      const account = await accountById(sql, userId);
      const stored = await passwordHashOf(sql, userId);
      if (account === null || stored === null) return fail("wrong_password");
      const credentials = { ...account, password_hash: stored };
      // A stolen session must not be a way around the lockout.
      const outcome = await tryPassword(credentials, {
        username: `change:${account.username}`,
        password: current,
        address,
        device: null,
      });
      if (outcome === "busy") return fail("too_many_requests");
      if (outcome === "locked") return fail("account_locked");
      if (outcome === "wrong") return fail("wrong_password");
      const weak = passwordFault(next, [account.username, account.email ?? "", account.first_name, account.last_name]);
      if (weak !== null) return fail({ weak });
      const passwordHash = await hashes.hash(next);
      if (passwordHash === null) return fail("too_many_requests");
      await setPasswordHash(sql, userId, passwordHash);
      await deleteSessionsOfUser(sql, userId, sessionId);
      await writeAudit(sql, {
        at: now(),
        actor: userId,
        what: "password_changed",
        subject: userId,
        facts: { address },
      });
      return ok(undefined);
    },
  };
};

const refusalOf = (outcome: "right" | "wrong" | "locked" | "busy", account: Account | null): SignInRefusal | null => {
  if (outcome === "locked") return "account_locked";
  if (outcome === "busy") return "too_many_requests";
  if (outcome === "wrong" || account === null) return "invalid_credentials";
  if (account.status === "pending") return "account_pending";
  return account.status === "inactive" ? "account_inactive" : null;
};
