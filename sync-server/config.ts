/** The environment, parsed once at start. `.env.example` lists the same names with a sentence each. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as v from "valibot";
import { fail, ok, type Result } from "../shared/result.ts";

const text = v.pipe(v.string(), v.trim());
const whole = (least: number, most: number) =>
  v.pipe(
    text,
    v.regex(/^\d+$/, "must be a whole number"),
    v.transform(Number),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  );
const yesOrNo = v.pipe(
  text,
  v.picklist(["true", "false", "1", "0"], "must be true or false"),
  v.transform((word) => word === "true" || word === "1"),
);
const isUrl = (schemes: string[]) => (url: string) => URL.canParse(url) && schemes.includes(new URL(url).protocol);
const origin = v.pipe(
  text,
  v.check(isUrl(["http:", "https:"]), "must be an http or https address"),
  v.transform((url) => new URL(url).origin),
);

const EnvironmentSchema = v.object({
  PORT: v.optional(whole(0, 65535), "3650"),
  HOST: v.optional(v.pipe(text, v.nonEmpty("must not be empty")), "127.0.0.1"),
  DATA_DIR: v.pipe(
    v.optional(v.pipe(text, v.nonEmpty("must not be empty")), "./data"),
    v.transform((path) => resolve(path)),
  ),
  DATABASE_URL: v.optional(v.pipe(text, v.check(isUrl(["postgres:", "postgresql:"]), "must be a postgres:// address"))),
  PUBLIC_URL: v.optional(origin),
  TRUST_PROXY: v.optional(yesOrNo, "false"),
  ADMIN_USERNAME: v.optional(v.pipe(text, v.regex(/^[A-Za-z0-9._-]{2,64}$/, "must be 2–64 of A–Z a–z 0–9 . _ -"))),
  ADMIN_PASSWORD: v.optional(v.pipe(v.string(), v.minLength(8, "must have at least 8 characters"), v.maxLength(256))),
  CORS_ALLOWED_ORIGINS: v.pipe(
    v.optional(text, ""),
    v.transform((list) =>
      list
        .split(",")
        .map((item) => item.trim())
        .filter((item) => item !== ""),
    ),
    v.array(origin),
  ),
  CONTACT_ADMIN: v.optional(
    v.pipe(text, v.check(isUrl(["mailto:", "https:", "tg:"]), "must be a mailto:, https: or tg: link")),
  ),
  APP_NAME: v.optional(v.pipe(text, v.minLength(1, "must not be empty"), v.maxLength(40, "is too long")), "Slate"),
  LOG_LEVEL: v.optional(
    v.pipe(text, v.picklist(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "is no log level")),
    "info",
  ),
  /** Fills an empty database with the demo workspace. */
  DEMO: v.optional(yesOrNo, "false"),
  DEMO_TICKETS: v.optional(whole(0, 1_000_000), "60"),
});

export type Config = Readonly<{
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | null;
  /** Origin under which browsers reach the server; null: whatever the request says on loopback. */
  publicUrl: string | null;
  trustProxy: boolean;
  admin: { username: string; password: string } | null;
  corsAllowedOrigins: string[];
  contactAdmin: string | null;
  appName: string;
  logLevel: v.InferOutput<typeof EnvironmentSchema>["LOG_LEVEL"];
  demo: boolean;
  demoTickets: number;
  version: string;
}>;

/** Empty variables count as absent. The error is one line that names the variable and says why. */
export const parseConfig = (environment: Record<string, string | undefined>): Result<Config, string> => {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = v.safeParse(EnvironmentSchema, present);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    return fail(`${v.getDotPath(issue)?.split(".")[0] ?? "environment"} ${issue.message}`);
  }
  const env = parsed.output;
  if ((env.ADMIN_USERNAME === undefined) !== (env.ADMIN_PASSWORD === undefined)) {
    return fail("ADMIN_USERNAME and ADMIN_PASSWORD must be set together");
  }
  return ok({
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    publicUrl: env.PUBLIC_URL ?? null,
    trustProxy: env.TRUST_PROXY,
    admin:
      env.ADMIN_USERNAME !== undefined && env.ADMIN_PASSWORD !== undefined
        ? { username: env.ADMIN_USERNAME, password: env.ADMIN_PASSWORD }
        : null,
    corsAllowedOrigins: env.CORS_ALLOWED_ORIGINS,
    contactAdmin: env.CONTACT_ADMIN ?? null,
    appName: env.APP_NAME,
    logLevel: env.LOG_LEVEL,
    demo: env.DEMO,
    demoTickets: env.DEMO_TICKETS,
    version: packageVersion(),
  });
};

/** Both sync-server/config.ts and dist/server/main.js stand two folders below package.json or one; look upwards. */
const packageVersion = (): string => {
  for (const path of ["../package.json", "../../package.json"]) {
    try {
      const manifest = JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as { version: string };
      return manifest.version;
    } catch {
      // not at this level
    }
  }
  return "unknown";
};
