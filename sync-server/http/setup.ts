import * as v from "valibot";
import type { FirstAdmin } from "../auth/first-admin.ts";
import { type FirstAdminRefusal, firstDepartments, type MakeFirstAdmin } from "../auth/make-first-admin.ts";
import type { Config } from "../config.ts";
import { limits } from "../limits.ts";
import type { Sql } from "../store/sql.ts";
import { isWorkspaceEmpty } from "../store/workspace-empty.ts";
import { NewPersonSchema } from "./account-schemas.ts";
import type { App, AppContext } from "./app-env.ts";
import { weakPassword } from "./auth.ts";
import { refuse, tooManyRequests } from "./errors.ts";
import { readJson } from "./read-json.ts";

export interface SetupDeps {
  firstAdmin: FirstAdmin;
  makeFirstAdmin: MakeFirstAdmin;
  sql: Sql;
  directoryChanged(): Promise<void>;
  config: Pick<Config, "appName" | "contactAdmin">;
}

const DepartmentsSchema = v.pipe(
  v.array(
    v.strictObject({
      name: v.pipe(v.string(), v.trim(), v.nonEmpty("needs a name"), v.maxLength(100, "is too long")),
      is_creative: v.optional(v.boolean(), false),
    }),
  ),
  v.minLength(1, "needs one at least"),
  v.maxLength(limits.firstDepartments, "are too many"),
  v.check((all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length, "have the same name twice"),
);

const FirstAdminSchema = v.strictObject({
  ...v.omit(NewPersonSchema, ["department"]).entries,
  code: v.pipe(v.string(), v.maxLength(100)),
  /** Begin with the demo workspace … */
  demo: v.optional(v.boolean(), false),
  /** … or with these; the first one is the admin's own. */
  departments: v.optional(DepartmentsSchema),
});

/** The first page on an empty database: whoever can read the server's terminal makes the first admin. */
export const registerSetup = (app: App, deps: SetupDeps): void => {
  app.get("/api/auth/setup", async (context) =>
    context.json({
      is_needed: await deps.firstAdmin.isNeeded(),
      is_empty: await isWorkspaceEmpty(deps.sql),
      app_name: deps.config.appName,
      contact_admin: deps.config.contactAdmin,
    }),
  );

  app.post("/api/auth/first-admin", async (context) => {
    const body = await readJson(context, FirstAdminSchema);
    if (!body.ok) return body.error;
    const { code, demo, departments, first_name, last_name, ...rest } = body.value;
    if (!(await deps.firstAdmin.isNeeded())) return refused(context, "already_set_up");
    if (!deps.firstAdmin.isRightCode(code)) {
      return refuse(context, 403, { code: "wrong_code", message: "This is not the code from the terminal." });
    }
    const made = await deps.makeFirstAdmin(
      { ...rest, firstName: first_name, lastName: last_name },
      demo
        ? { kind: "demo" }
        : {
            kind: "departments",
            departments:
              departments?.map(({ name, is_creative }) => ({ name, isCreative: is_creative })) ?? firstDepartments,
          },
    );
    if (!made.ok) return refused(context, made.error);
    await deps.directoryChanged();
    return context.json({ status: "ready" }, 201);
  });
};

const refused = (context: AppContext, why: FirstAdminRefusal): Response => {
  if (typeof why === "object") return weakPassword(context, why.weak);
  switch (why) {
    case "too_many_requests":
      return tooManyRequests(context);
    case "already_set_up":
      return refuse(context, 409, { code: why, message: "This server has its admin already." });
    case "not_empty":
      return refuse(context, 409, { code: why, message: "The demo comes into an empty workspace only." });
    case "username_taken":
      return refuse(context, 422, {
        code: "invalid",
        message: "Some fields need another look.",
        fields: { username: "is taken" },
      });
  }
};
