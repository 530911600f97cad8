/** The built server as a process of its own, on a folder and a port of its own; killed, ended and started again at will. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const built = join(import.meta.dirname, "../../dist/server/main.js");
const startLimitMs = 60_000;
const healthPollMs = 25;

export interface ServerProcess {
  url: string;
  dataDir: string;
  /** Everything it printed. */
  output(): string;
  isRunning(): boolean;
  /** Starts it, or another build of it, on the same folder and port; resolves when it is healthy, with the time that took. */
  start(main?: string): Promise<number>;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Ends it as an operator would and removes its folder. */
  dispose(): Promise<void>;
}

export const createServerProcess = async (env: Record<string, string> = {}): Promise<ServerProcess> => {
  const port = env.PORT ?? String(await freePort());
  const dataDir = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), "slate-e2e-"));
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let output = "";

  const exited = (process: ChildProcess) =>
    new Promise<void>((resolve) => {
      if (process.exitCode !== null || process.signalCode !== null) resolve();
      else process.once("exit", () => resolve());
    });

  const server: ServerProcess = {
    url,
    dataDir,
    output: () => output,
    isRunning: () => child !== null && child.exitCode === null && child.signalCode === null,
    start: async (main = built) => {
      const startedAt = performance.now();
      const started = spawn(process.execPath, [main], {
        env: { ...process.env, LOG_LEVEL: "warn", ...env, PORT: port, DATA_DIR: dataDir },
        stdio: ["ignore", "pipe", "pipe"],
      });
      child = started;
      const keep = (chunk: Buffer) => {
        output += chunk.toString();
      };
      started.stdout.on("data", keep);
      started.stderr.on("data", keep);
      await becomeHealthy(url, started, () => output);
      return performance.now() - startedAt;
    },
    kill: async (signal) => {
      if (child === null) return;
      child.kill(signal);
      await exited(child);
    },
    dispose: async () => {
      await server.kill("SIGTERM");
      if (env.DATA_DIR === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return server;
};

const becomeHealthy = async (url: string, child: ChildProcess, output: () => string): Promise<void> => {
  const deadline = Date.now() + startLimitMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`${url}/api/health/`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, healthPollMs));
  }
  throw new Error(`the server is not healthy after ${startLimitMs} ms:\n${output()}`);
};

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
