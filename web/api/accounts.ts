import * as v from "valibot";
import { type DepartmentId, DepartmentIdSchema, type UserId, UserIdSchema } from "../../shared/ids.ts";
import { getJson, postJson } from "./request.ts";

const AccountsSchema = v.object({
  results: v.array(
    v.object({
      id: UserIdSchema,
      username: v.string(),
      first_name: v.string(),
      last_name: v.string(),
      email: v.nullable(v.string()),
      department: v.nullable(DepartmentIdSchema),
      status: v.string(),
    }),
  ),
});

/** An account that an admin has not approved yet. */
export interface WaitingAccount {
  id: UserId;
  username: string;
  /** Name and e-mail, as far as they are known. */
  details: string[];
  department: DepartmentId | null;
}

/** For admins; null when the server cannot be reached. */
export const readWaitingAccounts = async (): Promise<WaitingAccount[] | null> => {
  const answer = await getJson("/api/users/manage/");
  const parsed = v.safeParse(AccountsSchema, answer.ok ? answer.value : null);
  if (!parsed.success) return null;
  return parsed.output.results
    .filter(({ status }) => status === "pending")
    .map(({ id, username, first_name, last_name, email, department }) => ({
      id,
      username,
      details: [`${first_name} ${last_name}`.trim(), email ?? ""].filter((part) => part !== ""),
      department,
    }));
};

export const approveAccount = (id: UserId, department: DepartmentId) =>
  postJson(`/api/users/${id}/approve/`, { department });
