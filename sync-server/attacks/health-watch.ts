import { readFileSync } from "node:fs";

export interface HealthWatch {
  /** Ends the watch. The longest answer in milliseconds, and how many were given; any that failed. */
  stop(): Promise<{ slowestMs: number; answers: number; failures: string[] }>;
}

const everyMs = 50;

/**
 * Asks for the server's health all the time. By as much as this process was kept from running by its own work, or the
 * server's by others on the machine, an answer is not the server's fault.
 */
export const watchHealth = (origin: string, pid: number): HealthWatch => {
  let isStopped = false;
  let slowestMs = 0;
  let answers = 0;
  const failures: string[] = [];

  const ask = async () => {
    const lag = measureLag();
    const waitedMs = queuedMs(pid);
    const startedAt = performance.now();
    const response = await fetch(`${origin}/api/health/`, { signal: AbortSignal.timeout(10_000) }).catch(String);
    // They may be the same moments: the longer of the two counts.
    const tookMs = performance.now() - startedAt - Math.max(lag.stop(), queuedMs(pid) - waitedMs);
    if (typeof response === "string") failures.push(response);
    else if (response.status !== 200) failures.push(`${response.status} ${await response.text()}`);
    else await response.arrayBuffer();
    answers++;
    slowestMs = Math.max(slowestMs, tookMs);
  };
  const watching = (async () => {
    while (!isStopped) {
      await ask();
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();

  return {
    stop: async () => {
      isStopped = true;
      await watching;
      return { slowestMs, answers, failures };
    },
  };
};

/** How long a process was ready to run and had no processor. Only Linux tells. */
const queuedMs = (pid: number): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[1]) / 1e6;
  } catch {
    return 0;
  }
};

const tickMs = 10;

/** How long this process did not run while it would have liked to. */
const measureLag = () => {
  let lagMs = 0;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    lagMs += Math.max(0, now - last - tickMs);
    last = now;
  };
  const timer = setInterval(look, tickMs);
  return {
    stop: () => {
      look();
      clearInterval(timer);
      return lagMs;
    },
  };
};
