import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ControlAnswer, Usage } from "./serve-control.ts";

export interface ServerProcess {
  port: number;
  /** CPU so far; cheap. */
  usage(): Promise<Usage>;
  /** The same after a garbage collection. */
  memory(): Promise<Usage>;
  facts(): Promise<Record<string, number>>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const startMs = 20_000;
const stopMs = 5_000;
const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** `entry`: a bundled file beside this one. With BENCH_PROFILE=<folder> Node writes a CPU profile of it there. */
export const startServerProcess = async (entry: string, env: Record<string, string> = {}): Promise<ServerProcess> => {
  const profile = process.env.BENCH_PROFILE;
  const profiling = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  const child = fork(fileURLToPath(new URL(`./${entry}.js`, import.meta.url)), [], {
    execArgv: ["--expose-gc", ...profiling],
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  running.add(child);
  const ended = once(child, "exit").then(() => {
    running.delete(child);
  });

  const answer = <Key extends string, Value>(key: Key): Promise<Value> =>
    new Promise((resolve, reject) => {
      const listen = (message: ControlAnswer) => {
        if (!(key in message)) return;
        child.off("message", listen);
        resolve((message as unknown as Record<Key, Value>)[key]);
      };
      child.on("message", listen);
      void ended.then(() => reject(new Error(`${entry} ended`)));
    });
  const ask = <Value>(question: string, key: string): Promise<Value> => {
    const answered = answer<string, Value>(key);
    child.send(question);
    return answered;
  };

  const late = setTimeout(() => child.kill("SIGKILL"), startMs);
  const port = await answer<"ready", number>("ready").finally(() => clearTimeout(late));
  return {
    port,
    usage: () => ask<Usage>("usage", "usage"),
    memory: () => ask<Usage>("memory", "usage"),
    facts: () => ask<Record<string, number>>("facts", "facts"),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    stop: async () => {
      if (!running.has(child)) return;
      const force = setTimeout(() => child.kill("SIGKILL"), stopMs);
      child.send("end");
      await ended;
      clearTimeout(force);
    },
  };
};
