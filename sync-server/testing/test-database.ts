import { afterAll, inject } from "vitest";
import { createSql, type DatabaseAddress, type Sql, type SqlOptions } from "../store/sql.ts";
import { inDatabase, templateName } from "./start-test-database.ts";

export interface TestDatabase {
  address: DatabaseAddress | string;
  sql: Sql;
  /** Another pool on the same database, ended with it. */
  connect(options?: SqlOptions): Sql;
}

/** A migrated, empty database of this test file's own; dropped after its tests. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const server = inject("database");
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const admin = createSql(server, { connections: 1, statementMs: 60_000, lockMs: 60_000, acquireMs: 0 });
  await admin.unsafe(`create database ${name} template ${templateName}`);
  const address = inDatabase(server, name);
  const pools: Sql[] = [];
  const connect = (options?: SqlOptions) => {
    const pool = createSql(address, options);
    pools.push(pool);
    return pool;
  };
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end({ timeout: 1 })));
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });
  return { address, sql: connect(), connect };
};
