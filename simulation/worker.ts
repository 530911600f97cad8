/** Runs the histories that its parent process asks for. */
import { runHistory } from "./history.ts";
import { plantNamed } from "./plants.ts";

export interface Job {
  seed: number;
  plant: string | null;
}
/** What goes back to the parent: the trace only of histories that went wrong. */
export interface JobResult {
  seed: number;
  violations: { invariant: string; message: string }[];
  traceHash: string;
  lines: readonly string[];
  counts: Record<string, number>;
}

// Yjs says so when a hostile client forges an id; here that is daily business.
const print = console.log;
console.log = (...words: unknown[]) => {
  if (!String(words[0]).startsWith("[yjs]")) print(...words);
};

process.on("message", async ({ seed, plant }: Job) => {
  const { lines, ...result } = await runHistory(seed, plant === null ? null : plantNamed(plant));
  const sent: JobResult = { ...result, lines: result.violations.length > 0 ? lines : [] };
  process.send?.(sent);
});
process.on("disconnect", () => process.exit(0));
