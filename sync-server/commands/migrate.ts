/** `npm run migrate`: brings the database to this version's shape. The server does the same when it starts. */
import { runOnDatabase } from "./run-on-database.ts";

await runOnDatabase(async (_sql, migrated) => {
  console.log(migrated.length === 0 ? "Nothing to migrate." : `Migrated: ${migrated.join(", ")}.`);
});
