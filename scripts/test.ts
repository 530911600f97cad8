/** `npm test`: everything there is to run, ending with one line 'N passed, N failed'. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.js";
import { addCounts, type Counts, countPlaywright, countPrinted, countVitest, oneFor } from "./counts.ts";
import { ensureChromium } from "./ensure-chromium.ts";
import { packageProgram, root, runStep } from "./step.ts";

const reports = mkdtempSync(join(tmpdir(), "slate-reports-"));
const tsx = (script: string, ...args: string[]) => [packageProgram("tsx/dist/cli.mjs"), script, ...args];
const simulatedSeeds = 1000;

const check = async (): Promise<Counts> => {
  const { ok } = await runStep(process.execPath, tsx("scripts/check.ts"), { minutes: 3 });
  return oneFor(ok);
};

const vitest = async (project: string): Promise<Counts> => {
  const report = join(reports, `vitest-${project.replace(/\W/g, "")}.json`);
  const args = ["run", `--project=${project}`, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { ok } = await runStep(process.execPath, [packageProgram("vitest/vitest.mjs"), ...args], { minutes: 15 });
  return countVitest(readReport(report), ok);
};

const simulation = async (): Promise<Counts> => {
  const args = tsx("simulation/main.ts", "--seeds", String(simulatedSeeds));
  const { ok, output } = await runStep(process.execPath, args, { minutes: 25, output: "flow and keep" });
  return countPrinted(output, ok);
};

const production = async (): Promise<Counts> => {
  try {
    await build();
    return oneFor(true);
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return oneFor(false);
  }
};

const browsers = async (): Promise<Counts> => {
  const chromium = await ensureChromium();
  if (chromium === null) {
    console.log("There is no Chromium and none could be installed; set CHROMIUM_PATH.");
    return oneFor(false);
  }
  const report = join(reports, "playwright.json");
  const { ok } = await runStep(
    process.execPath,
    [packageProgram("@playwright/test/cli.js"), "test", "--reporter=list,json"],
    { minutes: 20, env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
  );
  return countPlaywright(readReport(report), ok);
};

/** What was just built must not have grown. */
const sizes = async (): Promise<Counts> => {
  const { ok } = await runStep(process.execPath, tsx("scripts/bundle-sizes.ts"), { minutes: 1 });
  return oneFor(ok);
};

const readReport = (path: string) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null);

const steps: { name: string; run: () => Promise<Counts> }[] = [
  { name: "check", run: check },
  { name: "unit, server and database tests", run: () => vitest("!faults") },
  ...(existsSync(join(root, "simulation/main.ts"))
    ? [{ name: `simulation of ${simulatedSeeds} histories`, run: simulation }]
    : []),
  { name: "production build", run: production },
  { name: "bundle sizes", run: sizes },
  { name: "servers and databases killed under load", run: () => vitest("faults") },
  { name: "browsers", run: browsers },
];

const results: { name: string; seconds: number; counts: Counts }[] = [];
for (const { name, run } of steps) {
  console.log(`\n── ${name} ──`);
  const startedAt = performance.now();
  const counts = await run();
  results.push({ name, seconds: (performance.now() - startedAt) / 1000, counts });
}
rmSync(reports, { recursive: true, force: true });

const total = addCounts(results.map(({ counts }) => counts));
console.log("");
for (const { name, seconds, counts } of results) {
  const sign = counts.failed === 0 ? "✓" : "✗";
  console.log(`${sign} ${name}: ${counts.passed} ok, ${counts.failed} not (${seconds.toFixed(0)} s)`);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
