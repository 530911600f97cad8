/** The server's process: environment in, one address out, a clean end on SIGTERM. */
import { parseConfig } from "./config.ts";
import { limits } from "./limits.ts";
import { createLog } from "./logging.ts";
import { type RunningServer, startServer } from "./start-server.ts";

const config = parseConfig(process.env);
if (!config.ok) {
  console.error(`Slate does not start: ${config.error}`);
  process.exit(1);
}

const log = createLog(config.value.logLevel);
const die = (message: string, err?: unknown): never => {
  log.fatal({ err }, message);
  process.exit(1);
};
process.on("unhandledRejection", (err) => die("an unhandled rejection", err));
process.on("uncaughtException", (err) => die("an uncaught exception", err));

const start = async (): Promise<RunningServer> => {
  try {
    return await startServer(config.value, log, (reason) => die(reason));
  } catch (error) {
    console.error(`Slate does not start: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
};
const server = await start();

console.log(`${config.value.appName} is at ${server.url}`);
if (server.setupCode !== null)
  console.log(`Nobody is here yet. Open it and set it up with this code: ${server.setupCode}`);

let isStopping = false;
const stop = async (signal: string) => {
  if (isStopping) return;
  isStopping = true;
  log.info({ signal }, "stopping");
  // What is not stored by then was never acknowledged.
  setTimeout(() => process.exit(0), limits.drainMs - 500).unref();
  await server.stop();
  process.exit(0);
};
process.on("SIGTERM", () => void stop("SIGTERM"));
process.on("SIGINT", () => void stop("SIGINT"));
