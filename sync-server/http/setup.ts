import * as v from "valibot";
import type { FirstAdmin } from "../auth/first-admin.ts";
import type { MakeFirstAdmin } from "../auth/make-first-admin.ts";
import type { Config } from "../config.ts";
import { NewPersonSchema } from "./account-schemas.ts";
import type { App } from "./app-env.ts";
import { weakPassword } from "./auth.ts";
import { refuse, tooManyRequests } from "./errors.ts";
import { readJson } from "./read-json.ts";

export interface SetupDeps {
  firstAdmin: FirstAdmin;
  makeFirstAdmin: MakeFirstAdmin;
  directoryChanged(): Promise<void>;
  config: Pick<Config, "appName" | "contactAdmin">;
}

const FirstAdminSchema = v.strictObject({
  ...v.omit(NewPersonSchema, ["department"]).entries,
  code: v.pipe(v.string(), v.maxLength(100)),
  demo: v.optional(v.boolean(), false),
});

/** The first page on an empty database: whoever can read the server's terminal makes the first admin. */
export const registerSetup = (app: App, deps: SetupDeps): void => {
  app.get("/api/auth/setup", async (context) =>
    context.json({
      is_needed: await deps.firstAdmin.isNeeded(),
      app_name: deps.config.appName,
      contact_admin: deps.config.contactAdmin,
    }),
  );

  app.post("/api/auth/first-admin", async (context) => {
    const body = await readJson(context, FirstAdminSchema);
    if (!body.ok) return body.error;
    const { code, demo, first_name, last_name, ...rest } = body.value;
    if (!(await deps.firstAdmin.isNeeded())) {
      return refuse(context, 409, { code: "already_set_up", message: "This server has its admin already." });
    }
    if (!deps.firstAdmin.isRightCode(code)) {
      return refuse(context, 403, { code: "wrong_code", message: "This is not the code from the terminal." });
    }
    const made = await deps.makeFirstAdmin({ ...rest, firstName: first_name, lastName: last_name }, demo);
    if (!made.ok) {
      if (typeof made.error === "object") return weakPassword(context, made.error.weak);
      if (made.error === "too_many_requests") return tooManyRequests(context);
      return refuse(context, 409, { code: "already_set_up", message: "This server has its admin already." });
    }
    await deps.directoryChanged();
    return context.json({ status: "ready" }, 201);
  });
};
