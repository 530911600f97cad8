/** Runs one program of a longer command: its output flows, its time is bounded, and it ends when we are told to end. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { endWithNpm } from "./end-with-npm.js";

export const root = join(import.meta.dirname, "..");

/** Where npm put a package's program, to be run by Node itself: one process less, and no shell. */
export const packageProgram = (path: string): string => join(root, "node_modules", path);

export interface StepOptions {
  /** Minutes after which it is ended. */
  minutes: number;
  env?: Record<string, string>;
  /** `flow`: shown as it comes; `keep`: only collected. */
  output?: "flow" | "keep" | "flow and keep";
}

export interface StepResult {
  ok: boolean;
  seconds: number;
  /** Why it is not ok. */
  problem: string;
  /** What was kept. */
  output: string;
}

const running = new Set<ChildProcess>();

export const runStep = (
  program: string,
  args: readonly string[],
  { minutes, env = {}, output = "flow" }: StepOptions,
): Promise<StepResult> =>
  new Promise((resolve) => {
    const startedAt = performance.now();
    // Own process group, so that its children end with it.
    const child = spawn(program, args, {
      cwd: root,
      detached: true,
      env: { ...process.env, ...env },
      stdio: ["ignore", output === "flow" ? "inherit" : "pipe", output === "flow" ? "inherit" : "pipe"],
    });
    running.add(child);
    let kept = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        kept += chunk.toString();
        if (output === "flow and keep") process.stdout.write(chunk);
      });
    }
    let problem = "";
    const limit = setTimeout(() => {
      problem = `not done within ${minutes} min`;
      endGroup(child);
    }, minutes * 60_000);
    const settle = (ended: string) => {
      if (!running.delete(child)) return;
      clearTimeout(limit);
      problem ||= ended;
      resolve({ ok: problem === "", seconds: (performance.now() - startedAt) / 1000, problem, output: kept });
    };
    child.once("error", (error) => settle(error.message));
    child.once("close", (code, signal) => settle(code === 0 ? "" : `ended with ${signal ?? code}`));
  });

/** Gives a program three seconds to tidy up (a database, a browser), then takes its whole group away. */
const endGroup = (child: ChildProcess): void => {
  signalGroup(child, "SIGTERM");
  setTimeout(() => signalGroup(child, "SIGKILL"), 3000).unref();
};

const signalGroup = ({ pid }: ChildProcess, signal: NodeJS.Signals): void => {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // it has ended
  }
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    for (const child of running) endGroup(child);
    setTimeout(() => process.exit(130), running.size === 0 ? 0 : 3100);
  });
}
endWithNpm();
