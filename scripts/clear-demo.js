/**
 * Outlives `npm run demo`, whatever ended it: when the process given is gone, ends the PostgreSQL it may have left running and
 * removes the demo's folder. `node scripts/clear-demo.js <pid> <folder>`
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const lookMs = 1_000;
const [pid = "", folder = ""] = process.argv.slice(2);

/** @param {number} id */
const isAlive = (id) => {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
};

const postmaster = () => {
  try {
    return Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return null;
  }
};

while (isAlive(Number(pid))) await pause(lookMs);
/** A number may have been given to another process since. @param {number} id */
const isPostgres = (id) =>
  spawnSync("ps", ["-o", "command=", "-p", String(id)])
    .stdout.toString()
    .includes(folder);

const left = postmaster();
if (left !== null && left > 0 && isPostgres(left)) {
  // At once: nobody will need this data again.
  process.kill(left, "SIGQUIT");
  while (isAlive(left)) await pause(lookMs);
}
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
