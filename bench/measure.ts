/** The load generator: runs the parts asked for and prints one table. Started by main.ts. */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { startBenchDatabase } from "./database.ts";
import type { Part } from "./figure.ts";
import { type PartResult, saveResults } from "./results-file.ts";
import { measureLatency } from "./s1-latency.ts";
import { measureFanOut } from "./s2-fan-out.ts";
import { measureThroughput } from "./s3-throughput.ts";
import { measureOpening } from "./s4-opening.ts";
import { measureReturn } from "./s5-return.ts";
import { measureMemory } from "./s6-memory.ts";
import { measureKill } from "./s7-kill.ts";
import { measureGrowth } from "./s8-growth.ts";
import { measureTwoNodes } from "./s9-two-nodes.ts";
import { renderTable } from "./table.ts";

const parts: Record<string, Part> = {
  s1: measureLatency,
  s2: measureFanOut,
  s3: measureThroughput,
  s4: measureOpening,
  s5: measureReturn,
  s6: measureMemory,
  s7: measureKill,
  s8: measureGrowth,
  s9: measureTwoNodes,
};

const { values: options } = parseArgs({ options: { only: { type: "string" }, rounds: { type: "string" } } });
const wanted = options.only?.split(",") ?? Object.keys(parts);
const unknown = wanted.filter((name) => parts[name] === undefined);
if (unknown.length > 0)
  throw new Error(`no such part: ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);
const rounds = Number(options.rounds ?? 3);

const tell = (text: string) => process.stderr.write(`${text}\n`);
const database = await startBenchDatabase();
// Servers end with this process by themselves; the database would stay.
const abandon = (problem: unknown) => {
  tell(problem instanceof Error ? `${problem.stack}` : `abandoned: ${problem}`);
  void database.stop().finally(() => process.exit(1));
};
for (const event of ["SIGINT", "SIGTERM", "disconnect", "unhandledRejection", "uncaughtException"]) {
  process.once(event, (problem) => abandon(problem ?? event));
}
const measured: Record<string, PartResult> = {};
const postgres = await database.version();
const busy = () => Number((loadavg()[0] ?? Number.NaN).toFixed(2));
try {
  for (const name of wanted) {
    const [start, before] = [performance.now(), busy()];
    tell(`${name} …`);
    const figures = await (parts[name] as Part)({ database, rounds, tell });
    const seconds = Math.round((performance.now() - start) / 1000);
    measured[name] = { at: new Date().toISOString(), rounds, seconds, load: [before, busy()], figures };
    // A look at some contestants is no result.
    if (process.env.BENCH_WHO === undefined) saveResults(postgres, measured);
    tell(`${name} took ${seconds} s`);
  }
} finally {
  await database.stop();
}

process.stdout.write(`${renderTable(Object.values(measured).flatMap(({ figures }) => figures))}\n`);
process.exit(0);
