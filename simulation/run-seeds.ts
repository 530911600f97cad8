import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Job, JobResult } from "./worker.ts";

/**
 * Runs histories in `processes` processes and tells each result as it comes. `told` answers false to stop early. Rejects
 * when a process dies, naming the seed that was running.
 */
export const runSeeds = async (
  seeds: readonly number[],
  plant: string | null,
  processes: number,
  told: (result: JobResult) => boolean,
): Promise<void> => {
  const waiting = [...seeds];
  const run = async (child: ChildProcess): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const job: Job = { seed, plant };
      child.send(job);
      if (!told(await answerOf(child, seed))) waiting.length = 0;
    }
    child.disconnect();
  };
  const start = () => fork(join(import.meta.dirname, "worker.ts"));
  await Promise.all(Array.from({ length: Math.min(processes, seeds.length) }, () => run(start())));
};

const answerOf = (child: ChildProcess, seed: number): Promise<JobResult> =>
  new Promise((resolve, reject) => {
    const died = () => reject(new Error(`the process running seed ${seed} died`));
    child.once("exit", died);
    child.once("message", (result) => {
      child.off("exit", died);
      resolve(result as JobResult);
    });
  });
