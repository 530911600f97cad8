import type { MiddlewareHandler } from "hono";
import * as v from "valibot";
import type { Directory } from "../../shared/access/directory.ts";
import { DepartmentIdSchema, UserIdSchema } from "../../shared/ids.ts";
import { writeAudit } from "../store/audit-log.ts";
import type { Sql } from "../store/sql.ts";
import { allAccounts, approveAccount } from "../store/users.ts";
import { accountJson, departmentJson, personJson, productJson } from "./account-json.ts";
import type { App, AppContext, AppEnv } from "./app-env.ts";
import { forbidden, notFound, refuse } from "./errors.ts";
import { readJson } from "./read-json.ts";

export interface UsersDeps {
  sql: Sql;
  directory: () => Directory;
  directoryChanged(): Promise<void>;
  signedIn: MiddlewareHandler<AppEnv>;
  idempotent: MiddlewareHandler<AppEnv>;
}

const ApproveSchema = v.strictObject({
  department: v.optional(v.nullable(DepartmentIdSchema), null),
  role: v.optional(v.nullable(v.picklist(["admin", "manager", "member"])), null),
});

/** The directory, for everybody who is signed in; accounts, for admins. */
export const registerUsers = (app: App, deps: UsersDeps): void => {
  const { sql, signedIn, idempotent } = deps;
  const isAdmin = (context: AppContext) => deps.directory().people.get(context.get("caller").userId)?.role === "admin";
  const adminsOnly: MiddlewareHandler<AppEnv> = async (context, next) =>
    isAdmin(context) ? next() : forbidden(context);

  app.get("/api/users", signedIn, (context) =>
    context.json({ results: [...deps.directory().people.values()].map(personJson) }),
  );
  app.get("/api/departments", signedIn, (context) =>
    context.json({ results: [...deps.directory().departments.values()].map(departmentJson) }),
  );
  app.get("/api/products", signedIn, (context) =>
    context.json({ results: [...deps.directory().products.values()].map(productJson) }),
  );

  app.get("/api/users/manage", signedIn, adminsOnly, async (context) =>
    context.json({ results: (await allAccounts(sql)).map(accountJson) }),
  );

  app.post("/api/users/:id/approve", signedIn, adminsOnly, idempotent, async (context) => {
    const id = v.safeParse(UserIdSchema, context.req.param("id"));
    if (!id.success) return notFound(context);
    const body = await readJson(context, ApproveSchema);
    if (!body.ok) return body.error;
    const { department, role } = body.value;
    if (department !== null && deps.directory().departments.get(department) === undefined) {
      const fields = { department: "is no department" };
      return refuse(context, 422, { code: "invalid", message: "Some fields need another look.", fields });
    }
    const at = new Date().toISOString();
    const { userId } = context.get("caller");
    const approved = await approveAccount(sql, id.output, userId, { department, role, at });
    if (approved === null) return notFound(context);
    if (approved === "needs_department") {
      const fields = { department: "is required" };
      return refuse(context, 422, { code: "invalid", message: "Some fields need another look.", fields });
    }
    await writeAudit(sql, {
      at,
      actor: userId,
      what: "account_approved",
      subject: approved.id,
      facts: { role: approved.role },
    });
    await deps.directoryChanged();
    return context.json(accountJson(approved));
  });
};
