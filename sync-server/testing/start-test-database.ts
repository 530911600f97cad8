/** Vitest global setup: one PostgreSQL for the whole run, in a folder that is thrown away, with a migrated template. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { createLog } from "../logging.ts";
import { startEmbeddedPostgres } from "../store/embedded-postgres.ts";
import { migrate } from "../store/migrate.ts";
import { createSql, type DatabaseAddress } from "../store/sql.ts";

declare module "vitest" {
  export interface ProvidedContext {
    database: DatabaseAddress | string;
  }
}

/** A database that files copy; nobody works in it. */
export const templateName = "slate_template";

/** TEST_DATABASE_URL names another PostgreSQL to run the suite on; its user must be allowed to create databases. */
export default async function startTestDatabase(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL;
  if (url !== undefined && url !== "") {
    await makeTemplate(url);
    project.provide("database", url);
    return async () => {};
  }
  const dataDir = mkdtempSync(join(tmpdir(), "slate-test-"));
  const database = await startEmbeddedPostgres({
    dataDir,
    log: createLog("silent"),
    onGaveUp: () => {
      throw new Error("the test database does not stay up");
    },
  });
  await makeTemplate(database.address);
  project.provide("database", database.address);
  return async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

const makeTemplate = async (address: DatabaseAddress | string) => {
  const admin = createSql(address, { connections: 1 });
  await admin.unsafe(`drop database if exists ${templateName} with (force)`);
  await admin.unsafe(`create database ${templateName}`);
  await admin.end();
  await migrate(inDatabase(address, templateName));
};

export const inDatabase = (address: DatabaseAddress | string, database: string): DatabaseAddress | string => {
  if (typeof address !== "string") return { ...address, database };
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
};
