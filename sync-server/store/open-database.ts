import type { Config } from "../config.ts";
import type { Log } from "../logging.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { lockFolder } from "./folder-lock.ts";
import type { DatabaseAddress } from "./sql.ts";

export interface Database {
  address: DatabaseAddress | string;
  /** Of the embedded database's process; null for one elsewhere. */
  pid: number | null;
  close(): Promise<void>;
}

/** DATABASE_URL where given, else PostgreSQL in the data folder, which this process then owns alone. */
export const openDatabase = async (
  config: Pick<Config, "databaseUrl" | "dataDir">,
  log: Log,
  onFatal: (reason: string) => void,
): Promise<Database> => {
  if (config.databaseUrl !== null) return { address: config.databaseUrl, pid: null, close: async () => {} };
  const lock = lockFolder(config.dataDir);
  try {
    const embedded = await startEmbeddedPostgres({
      dataDir: config.dataDir,
      log,
      onGaveUp: () => onFatal("the database does not stay up"),
    });
    return {
      address: embedded.address,
      get pid() {
        return embedded.pid();
      },
      close: async () => {
        await embedded.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
};
