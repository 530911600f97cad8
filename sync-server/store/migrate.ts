import { migrations } from "./migrations/all.ts";
import type { Sql } from "./sql.ts";

/** Any number of servers may start on one database; the lock makes one of them migrate while the others wait. */
const migrationLock = 7_305_001;

/** Brings the database to this program's shape, each migration once and in its own transaction. Returns what ran. */
export const migrate = async (sql: Sql): Promise<string[]> => {
  const connection = await sql.reserve();
  try {
    await connection`set statement_timeout = 0`;
    await connection`set lock_timeout = 0`;
    await connection`select pg_advisory_lock(${migrationLock})`;
    await connection`create table if not exists migrations (name text primary key, at timestamptz not null default now())`;
    const done = new Set((await connection<{ name: string }[]>`select name from migrations`).map(({ name }) => name));
    refuseNewerDatabase(done);
    const due = migrations.filter(({ name }) => !done.has(name));
    for (const { name, sql: text } of due) {
      await connection.unsafe(`begin; ${text}; insert into migrations (name) values ('${name}'); commit`).simple();
    }
    return due.map(({ name }) => name);
  } finally {
    // Both settings and the lock end with the statement's session state; the connection goes back to the pool.
    await connection`select pg_advisory_unlock(${migrationLock})`;
    await connection`reset statement_timeout`;
    await connection`reset lock_timeout`;
    connection.release();
  }
};

const refuseNewerDatabase = (done: ReadonlySet<string>) => {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...done].filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`the database was migrated by a newer version (${unknown.join(", ")})`);
};
