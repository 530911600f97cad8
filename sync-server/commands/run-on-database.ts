import { parseConfig } from "../config.ts";
import { createLog } from "../logging.ts";
import { migrate } from "../store/migrate.ts";
import { openDatabase } from "../store/open-database.ts";
import { createSql, type Sql } from "../store/sql.ts";

/** For commands that work on the server's database while no server holds its folder. Says in one line what went wrong. */
export const runOnDatabase = async (work: (sql: Sql, migrated: readonly string[]) => Promise<void>): Promise<void> => {
  const config = parseConfig(process.env);
  if (!config.ok) return fail(config.error);
  const log = createLog("warn");
  try {
    const database = await openDatabase(config.value, log, fail);
    const migrated = await migrate(database.address);
    const sql = createSql(database.address, { statementMs: 0, acquireMs: 0 });
    await work(sql, migrated);
    await sql.end();
    await database.close();
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
};

const fail = (reason: string): never => {
  console.error(reason);
  process.exit(1);
};
