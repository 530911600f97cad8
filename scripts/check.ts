/** `npm run check`: everything that needs no running program. Ends with the names of what failed. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageProgram, root, runStep } from "./step.ts";

const node = (program: string, ...args: string[]) => [packageProgram(program), ...args];
const typed = ["shared", "sync-server", "web", "web/sw.tsconfig.json", "simulation", "scripts", "e2e", "bench"];

const checks: { name: string; args: string[] }[] = [
  // Lint with the import rules, format, order of imports.
  {
    name: "lint, format, imports",
    args: node("@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--max-diagnostics=50", "."),
  },
  ...typed
    .filter((project) => existsSync(join(root, project)))
    .map((project) => ({ name: `types of ${project}`, args: node("typescript/bin/tsc", "-p", project) })),
  { name: "dead code", args: node("knip/bin/knip.js", "--no-progress") },
];

/** Two at a time: the compiler alone does not fill a small machine. */
const atOnce = 2;

const failed: string[] = [];
const waiting = [...checks];

const work = async () => {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const { ok, seconds, problem, output } = await runStep(process.execPath, check.args, {
      minutes: 2,
      output: "keep",
    });
    console.log(`${ok ? "✓" : "✗"} ${check.name} (${seconds.toFixed(1)} s)`);
    if (ok) continue;
    failed.push(check.name);
    console.log(output.trim() || problem);
  }
};
await Promise.all(Array.from({ length: atOnce }, work));

if (failed.length > 0) console.log(`\nFailed: ${failed.sort().join("; ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
