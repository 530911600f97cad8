import { type DepartmentId, newId, type UserId } from "../../shared/ids.ts";
import { fail, ok, type Result } from "../../shared/result.ts";
import { departments, people } from "../../shared/sample-world.ts";
import { insertDepartment } from "../store/directory-rows.ts";
import type { Sql } from "../store/sql.ts";
import { type Accounts, type NewPerson, weakness } from "./accounts.ts";

/** `withDemo` fills the empty workspace first. */
export type MakeFirstAdmin = (
  person: Omit<NewPerson, "department">,
  withDemo: boolean,
) => Promise<Result<UserId, { weak: string } | "too_many_requests" | "taken">>;

/** Everybody belongs to a department: the first admin brings 'General' along, or joins the demo's Marketing. */
export const createMakeFirstAdmin =
  (sql: Sql, accounts: Accounts, fillWithDemo: () => Promise<void>): MakeFirstAdmin =>
  async (person, withDemo) => {
    const weak = weakness(person);
    if (weak !== null) return fail({ weak });
    if (!withDemo) {
      const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
      const department = newId<DepartmentId>(Date.now(), random);
      await insertDepartment(sql, { id: department, name: "General", isCreative: false, isActive: true });
      return accounts.create({ ...person, department, role: "admin" });
    }
    await fillWithDemo();
    // The demo has an 'admin' of its own: whoever sets the server up under that name is that admin.
    const { id, username } = people.admin;
    if (person.username.toLowerCase() === username) {
      const set = await accounts.setPassword(id, person.password);
      return set.ok ? ok(id) : set;
    }
    return accounts.create({ ...person, department: departments.marketing.id, role: "admin" });
  };
