/**
 * `npm run simulate -- --seeds N [--from S] [--seed X] [--plant name]`: seeded histories of the real server core and the
 * real device engine. A seed that goes wrong is printed with what it did, and does the same again.
 */
import { parseArgs } from "node:util";
import { fixedSeeds } from "./fixed-seeds.ts";
import { plantNamed } from "./plants.ts";
import { runSeeds } from "./run-seeds.ts";
import type { JobResult } from "./worker.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "100" },
    from: { type: "string", default: "1" },
    seed: { type: "string" },
    plant: { type: "string" },
    processes: { type: "string", default: "2" },
  },
});

const linesShown = 60;
/** A long run says now and then how far it is: what is cut short has shown this much. */
const seedsBetweenSigns = 1_000;

const seeds =
  values.seed === undefined
    ? [
        ...new Set([...fixedSeeds, ...Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.from) + i)]),
      ].slice(0, Number(values.seeds))
    : [Number(values.seed)];
const plant = values.plant ?? null;
if (plant !== null && plantNamed(plant) === null) throw new Error(`no plant is called ${plant}`);

const startedAt = performance.now();
const totals = new Map<string, number>();
let passed = 0;
let failed = 0;

const tell = ({ seed, violations, lines, counts, traceHash }: JobResult): boolean => {
  for (const [what, count] of Object.entries(counts)) totals.set(what, (totals.get(what) ?? 0) + count);
  if (values.seed !== undefined) console.log(`seed ${seed}: ${JSON.stringify(counts)}, trace ${traceHash}`);
  if (violations.length === 0) passed++;
  else failed++;
  if ((passed + failed) % seedsBetweenSigns === 0) {
    console.log(`${passed + failed} of ${seeds.length}: ${failed} failed so far (the last was seed ${seed})`);
  }
  if (violations.length === 0) return true;
  console.log(`\nseed ${seed} violates:`);
  for (const { invariant, message } of violations) console.log(`  ${invariant} ${message.slice(0, 1_000)}`);
  if (failed === 1 || values.seed !== undefined) {
    console.log(
      `  its last ${linesShown} steps (again with --seed ${seed}${plant === null ? "" : ` --plant ${plant}`}):`,
    );
    for (const line of lines.slice(-linesShown)) console.log(`    ${line}`);
  }
  // A planted bug is found once.
  return plant === null;
};

await runSeeds(seeds, plant, Number(values.processes), tell);

const seconds = (performance.now() - startedAt) / 1000;
const sums = [...totals].map(([what, count]) => `${count} ${what}`).join(", ");
const histories = passed + failed;
console.log(`${histories} histories in ${seconds.toFixed(1)} s (${(histories / seconds).toFixed(1)}/s): ${sums}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
