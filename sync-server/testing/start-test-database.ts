/** Vitest global setup: one PostgreSQL for the whole run, in a folder that is thrown away, with a migrated template. */
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { createLog } from "../logging.ts";
import { endLeftPostgres, startEmbeddedPostgres } from "../store/embedded-postgres.ts";
import { isFolderLocked, lockFolder } from "../store/folder-lock.ts";
import { migrate } from "../store/migrate.ts";
import { createSql, type DatabaseAddress } from "../store/sql.ts";

declare module "vitest" {
  export interface ProvidedContext {
    database: DatabaseAddress | string;
  }
}

/** A database that files copy; nobody works in it. */
export const templateName = "slate_template";
const folderPrefix = "slate-vitest-database-";

/** TEST_DATABASE_URL names another PostgreSQL to run the suite on; its user must be allowed to create databases. */
export default async function startTestDatabase(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL;
  if (url !== undefined && url !== "") {
    await makeTemplate(url);
    project.provide("database", url);
    return async () => {};
  }
  await removeAbandoned();
  const dataDir = mkdtempSync(join(tmpdir(), folderPrefix));
  lockFolder(dataDir);
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

/** Of runs that were killed: nobody else would end their databases. */
const removeAbandoned = async () => {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(folderPrefix) || isFolderLocked(folder) || Date.now() - statSync(folder).mtimeMs < 10_000)
      continue;
    await endLeftPostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  }
};

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
