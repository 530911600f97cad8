import { type DepartmentId, newId, type UserId } from "../../shared/ids.ts";
import type { Result } from "../../shared/result.ts";
import { departments } from "../../shared/sample-world.ts";
import { insertDepartment } from "../store/directory-rows.ts";
import type { Sql } from "../store/sql.ts";
import type { Accounts, NewPerson } from "./accounts.ts";

export type MakeFirstAdmin = (
  person: Omit<NewPerson, "department">,
  isForDemo: boolean,
) => Promise<Result<UserId, { weak: string } | "too_many_requests" | "taken">>;

/** Everybody belongs to a department, so the first admin brings the first one along: the demo's own, or 'General'. */
export const createMakeFirstAdmin =
  (sql: Sql, accounts: Accounts): MakeFirstAdmin =>
  async (person, isForDemo) => {
    const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
    const id = isForDemo ? departments.marketing.id : newId<DepartmentId>(Date.now(), random);
    const name = isForDemo ? departments.marketing.name : "General";
    await insertDepartment(sql, { id, name, isCreative: false, isActive: true });
    return accounts.create({ ...person, department: id, role: "admin" });
  };
