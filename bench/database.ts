/** One PostgreSQL for the whole run, the embedded one with fsync on; every server gets fresh databases of it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog } from "../sync-server/logging.ts";
import { startEmbeddedPostgres } from "../sync-server/store/embedded-postgres.ts";
import { migrate } from "../sync-server/store/migrate.ts";
import { createSql, type DatabaseAddress, type Sql } from "../sync-server/store/sql.ts";

export interface BenchDatabase {
  /** A fresh database, empty or a copy of `template`. */
  create(template?: DatabaseAddress): Promise<DatabaseAddress>;
  /** The same with our tables. */
  createMigrated(): Promise<DatabaseAddress>;
  drop(address: DatabaseAddress): Promise<void>;
  version(): Promise<string>;
  /** CPU of the database's processes so far, microseconds; NaN where /proc does not tell. */
  cpuMicros(): number;
  stop(): Promise<void>;
}

export const startBenchDatabase = async (): Promise<BenchDatabase> => {
  const dataDir = mkdtempSync(join(tmpdir(), "slate-bench-"));
  const database = await startEmbeddedPostgres({
    dataDir,
    log: createLog("error"),
    onGaveUp: () => {
      throw new Error("the database does not stay up");
    },
  });
  const admin = createSql(database.address, { connections: 1, statementMs: 0, lockMs: 0 });
  let count = 0;
  const create = async (template?: DatabaseAddress): Promise<DatabaseAddress> => {
    const name = `bench_${++count}`;
    await admin.unsafe(`create database ${name} template ${template?.database ?? "template0"} strategy file_copy`);
    return { ...database.address, database: name };
  };
  return {
    create,
    createMigrated: async () => {
      const address = await create();
      await migrate(address);
      return address;
    },
    drop: async ({ database: name }) => {
      await admin.unsafe(`drop database ${name} with (force)`);
    },
    version: async () => {
      const [row] = await admin<{ server_version: string }[]>`show server_version`;
      return row?.server_version ?? "";
    },
    cpuMicros: () => familyCpuMicros(database.pid()),
    stop: async () => {
      await admin.end();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** A pool for the length of `work`. */
export const withSql = async <Value>(address: DatabaseAddress, work: (sql: Sql) => Promise<Value>): Promise<Value> => {
  const sql = createSql(address, { statementMs: 0, lockMs: 0 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};

const tickMicros = 10_000;

/** Of a process, its living children, and those it has waited for. */
const familyCpuMicros = (pid: number): number => {
  try {
    let ticks = 0;
    for (const entry of readdirSync("/proc")) {
      if (!/^\d+$/.test(entry)) continue;
      const fields = readStat(entry);
      if (fields === null) continue;
      const [, parent, own, waited] = fields;
      if (Number(entry) === pid) ticks += own + waited;
      else if (parent === pid) ticks += own;
    }
    return ticks * tickMicros;
  } catch {
    return Number.NaN;
  }
};

/** [state, parent, own ticks, ticks of children waited for]; null when the process has just ended. */
const readStat = (pid: string): [string, number, number, number] | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const at = (index: number) => Number(fields[index - 3]);
    return [fields[0] ?? "", at(4), at(14) + at(15), at(16) + at(17)];
  } catch {
    return null;
  }
};
