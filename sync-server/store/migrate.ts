import { migrations } from "./migrations/all.ts";
import { createSql, type DatabaseAddress } from "./sql.ts";

/** Any number of servers may start on one database; the lock makes one of them migrate while the others wait. */
const migrationLock = 7_305_001;

/** Brings the database to this program's shape, each migration once and in its own transaction. Returns what ran. */
export const migrate = async (address: DatabaseAddress | string): Promise<string[]> => {
  // One connection, so that the lock holds over all statements; others may wait for it as long as a migration takes.
  const sql = createSql(address, { connections: 1, statementMs: 0, lockMs: 0, acquireMs: 0 });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await sql`create table if not exists migrations (name text primary key, at timestamptz not null default now())`;
    const done = new Set((await sql<{ name: string }[]>`select name from migrations`).map(({ name }) => name));
    refuseNewerDatabase(done);
    const due = migrations.filter(({ name }) => !done.has(name));
    for (const { name, sql: text } of due) {
      await sql.unsafe(`begin; ${text}; insert into migrations (name) values ('${name}'); commit`).simple();
    }
    return due.map(({ name }) => name);
  } finally {
    await sql.end();
  }
};

const refuseNewerDatabase = (done: ReadonlySet<string>) => {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...done].filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`the database was migrated by a newer version (${unknown.join(", ")})`);
};
