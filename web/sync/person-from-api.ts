import * as v from "valibot";
import type { Person } from "../../shared/access/directory.ts";
import { DepartmentIdSchema, UserIdSchema } from "../../shared/ids.ts";

export const PersonSchema: v.GenericSchema<unknown, Person> = v.object({
  id: UserIdSchema,
  username: v.string(),
  firstName: v.string(),
  lastName: v.string(),
  role: v.picklist(["admin", "manager", "member"]),
  department: DepartmentIdSchema,
  isActive: v.boolean(),
});

/** The user of `POST /api/auth/login/` and `GET /api/auth/me/`, or null when it is none. */
export const personFromApi = (user: unknown): Person | null => {
  const { first_name, last_name, is_active, ...rest } = (user ?? {}) as Record<string, unknown>;
  const parsed = v.safeParse(PersonSchema, {
    ...rest,
    firstName: first_name ?? "",
    lastName: last_name ?? "",
    isActive: is_active ?? true,
  });
  return parsed.success ? parsed.output : null;
};
