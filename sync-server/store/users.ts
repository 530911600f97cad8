import type { Role } from "../../shared/access/directory.ts";
import type { DepartmentId, UserId } from "../../shared/ids.ts";
import { bumpDirectory } from "./directory-rows.ts";
import type { Sql } from "./sql.ts";

export type AccountStatus = "pending" | "active" | "inactive";

export interface Account {
  id: UserId;
  username: string;
  email: string | null;
  first_name: string;
  last_name: string;
  role: Role;
  department: DepartmentId | null;
  telegram_username: string | null;
  time_zone: string;
  status: AccountStatus;
  created_at: string;
}

export interface NewAccount extends Omit<Account, "telegram_username" | "time_zone"> {
  password_hash: string;
}

const columns = (sql: Sql) =>
  sql`id, username, email, first_name, last_name, role, department, telegram_username, time_zone, status, created_at`;

/** False when the username or the e-mail is taken. */
export const insertAccount = async (sql: Sql, account: NewAccount): Promise<boolean> => {
  const rows = await sql`
    insert into users (id, username, email, first_name, last_name, role, department, password_hash, status, created_at)
    values (
      ${account.id}, ${account.username}, ${account.email}, ${account.first_name}, ${account.last_name},
      ${account.role}, ${account.department}, ${account.password_hash}, ${account.status}, ${account.created_at}
    )
    on conflict do nothing
    returning id`;
  if (rows.length === 1 && account.status !== "pending") await bumpDirectory(sql);
  return rows.length === 1;
};

export const accountById = async (sql: Sql, id: UserId): Promise<Account | null> => {
  const [row] = await sql<Account[]>`select ${columns(sql)} from users where id = ${id}`;
  return row ?? null;
};

/** For signing in; the name in whatever case it was typed. */
export const credentialsByUsername = async (
  sql: Sql,
  username: string,
): Promise<(Account & { password_hash: string }) | null> => {
  const [row] = await sql<(Account & { password_hash: string })[]>`
    select ${columns(sql)}, password_hash from users where lower(username) = lower(${username})`;
  return row ?? null;
};

export const passwordHashOf = async (sql: Sql, id: UserId): Promise<string | null> => {
  const [row] = await sql<{ password_hash: string }[]>`select password_hash from users where id = ${id}`;
  return row?.password_hash ?? null;
};

export const setPasswordHash = async (sql: Sql, id: UserId, passwordHash: string): Promise<void> => {
  await sql`update users set password_hash = ${passwordHash} where id = ${id}`;
};

export const allAccounts = async (sql: Sql): Promise<Account[]> =>
  sql<Account[]>`select ${columns(sql)} from users order by status = 'pending' desc, lower(username)`;

/** For an account whose name is known to be free. */
export const renameAccount = async (
  sql: Sql,
  id: UserId,
  name: Pick<Account, "username" | "email" | "first_name" | "last_name">,
): Promise<void> => {
  await sql`
    update users set
      username = ${name.username}, email = ${name.email}, first_name = ${name.first_name}, last_name = ${name.last_name}
    where id = ${id}`;
  await bumpDirectory(sql);
};

export interface ProfileChange {
  email?: string | null;
  first_name?: string;
  last_name?: string;
  telegram_username?: string | null;
  time_zone?: string;
}

/** Null when the e-mail is somebody else's. */
export const updateProfile = async (sql: Sql, id: UserId, change: ProfileChange): Promise<Account | null> => {
  const changed = Object.entries(change).filter(([, value]) => value !== undefined);
  if (changed.length === 0) return accountById(sql, id);
  try {
    const [row] = await sql<Account[]>`
      update users set ${sql(Object.fromEntries(changed))} where id = ${id} returning ${columns(sql)}`;
    await bumpDirectory(sql);
    return row ?? null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "23505") return null;
    throw error;
  }
};

/** A pending account becomes active, once. Null when there is none pending with that id. */
export const approveAccount = async (
  sql: Sql,
  id: UserId,
  by: UserId,
  given: { department: DepartmentId | null; role: Role | null; at: string },
): Promise<Account | "needs_department" | null> => {
  const [row] = await sql<Account[]>`
    update users set
      status = 'active', approved_by = ${by}, approved_at = ${given.at},
      department = coalesce(${given.department}, department), role = coalesce(${given.role}, role)
    where id = ${id} and status = 'pending' and coalesce(${given.department}, department) is not null
    returning ${columns(sql)}`;
  if (row !== undefined) {
    await bumpDirectory(sql);
    return row;
  }
  return (await accountById(sql, id))?.status === "pending" ? "needs_department" : null;
};

export const hasAdmin = async (sql: Sql): Promise<boolean> => {
  const [row] = await sql<{ found: boolean }[]>`select exists (select from users where role = 'admin') as found`;
  return row?.found ?? false;
};
