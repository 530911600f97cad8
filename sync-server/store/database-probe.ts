import { limits } from "../limits.ts";
import { createSql, type DatabaseAddress } from "./sql.ts";

export interface DatabaseProbe {
  /** Within `limits.healthMs`: no answer by then is a no. */
  isUp(): Promise<boolean>;
  end(): Promise<void>;
}

/** A connection of its own, so that a busy pool does not look like a database that is away. */
export const createDatabaseProbe = (address: DatabaseAddress | string): DatabaseProbe => {
  const sql = createSql(address, { connections: 1, statementMs: limits.healthMs });
  // Many may ask at once; one statement answers them all.
  let asking: Promise<boolean> | null = null;
  const ask = () => {
    asking ??= sql`select 1`
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asking = null;
      });
    return asking;
  };
  return {
    isUp: () =>
      Promise.race([
        ask(),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(false), limits.healthMs).unref()),
      ]),
    end: () => sql.end({ timeout: 1 }),
  };
};
