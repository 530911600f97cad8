import { type DepartmentId, newId, type UserId } from "../../shared/ids.ts";
import { fail, ok, type Result } from "../../shared/result.ts";
import { people } from "../../shared/sample-world.ts";
import { ensureDepartment } from "../store/directory-rows.ts";
import type { Sql } from "../store/sql.ts";
import { credentialsByUsername, hasAdmin, renameAccount } from "../store/users.ts";
import { isWorkspaceEmpty } from "../store/workspace-empty.ts";
import { type Accounts, type NewPerson, weakness } from "./accounts.ts";

export interface FirstDepartment {
  name: string;
  isCreative: boolean;
}

/** What the workspace begins with: the demo, or departments, the first of which is the admin's own. */
export type Beginning = { kind: "demo" } | { kind: "departments"; departments: readonly FirstDepartment[] };

export type FirstAdminRefusal =
  | { weak: string }
  | "too_many_requests"
  /** There is an admin already. */
  | "already_set_up"
  /** The demo comes into an empty workspace only. */
  | "not_empty"
  | "username_taken";

export type MakeFirstAdmin = (
  person: Omit<NewPerson, "department">,
  beginning: Beginning,
) => Promise<Result<UserId, FirstAdminRefusal>>;

/** Everybody belongs to a department; where none is named the first admin brings this one along. */
export const firstDepartments: readonly FirstDepartment[] = [{ name: "General", isCreative: false }];

/** One at a time: whoever comes second finds an admin, and nothing is filled twice. */
export const createMakeFirstAdmin = (
  sql: Sql,
  accounts: Accounts,
  fillWithDemo: () => Promise<void>,
): MakeFirstAdmin => {
  let last: Promise<unknown> = Promise.resolve();
  return (person, beginning) => {
    const made = last.then(() => make(person, beginning));
    last = made.catch(() => {});
    return made;
  };

  async function make(
    person: Omit<NewPerson, "department">,
    beginning: Beginning,
  ): Promise<Result<UserId, FirstAdminRefusal>> {
    const weak = weakness(person);
    if (weak !== null) return fail({ weak });
    if (await hasAdmin(sql)) return fail("already_set_up");
    return beginning.kind === "demo" ? joinDemo(person) : bringDepartments(person, beginning.departments);
  }

  async function bringDepartments(person: Omit<NewPerson, "department">, wanted: readonly FirstDepartment[]) {
    if ((await credentialsByUsername(sql, person.username)) !== null) return fail("username_taken" as const);
    const ids: DepartmentId[] = [];
    for (const department of wanted) {
      ids.push(await ensureDepartment(sql, { id: newId<DepartmentId>(Date.now(), random), ...department }));
    }
    const made = await accounts.create({ ...person, department: ids[0] ?? null, role: "admin" });
    return made.ok || made.error !== "taken"
      ? (made as Result<UserId, FirstAdminRefusal>)
      : fail("username_taken" as const);
  }

  /** The demo has an 'admin' of its own: whoever sets the server up is that admin, under their own name and password. */
  async function joinDemo(person: Omit<NewPerson, "department">): Promise<Result<UserId, FirstAdminRefusal>> {
    const { username, password, email, firstName, lastName } = person;
    const { admin, ...others } = people;
    if (Object.keys(others).includes(username.toLowerCase())) return fail("username_taken");
    if (!(await isWorkspaceEmpty(sql))) return fail("not_empty");
    const hash = await accounts.hashPassword(password);
    if (!hash.ok) return hash;
    // Made before: the demo's own password must not stay in its place.
    await fillWithDemo();
    await accounts.setPasswordHash(admin.id, hash.value);
    const isUnnamed = firstName === "" && lastName === "";
    const name = isUnnamed && username === admin.username ? admin : { firstName, lastName };
    await renameAccount(sql, admin.id, { username, email, first_name: name.firstName, last_name: name.lastName });
    return ok(admin.id);
  }
};

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
