/** `npm run rebuild-projection`: writes every list row again from the log. */
import { rebuildProjection } from "../store/rebuild-projection.ts";
import { runOnDatabase } from "./run-on-database.ts";

await runOnDatabase(async (sql) => {
  const startedAt = performance.now();
  const count = await rebuildProjection(sql);
  console.log(`Rebuilt ${count} tickets in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
});
