import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { limits } from "../limits.ts";
import type { Log } from "../logging.ts";
import { choosePostgresAccount, openForPassing, type PostgresAccount } from "./postgres-account.ts";
import { findPostgresBinaries, type PostgresBinaries } from "./postgres-binaries.ts";
import { identifyProcess, isAlive, type ProcessIdentity } from "./process-identity.ts";
import type { DatabaseAddress } from "./sql.ts";

export interface EmbeddedPostgres {
  address: DatabaseAddress;
  /** Of the database process, for tests that end it. */
  pid(): number;
  /** Ends the database cleanly; resolves when its process is gone. */
  stop(): Promise<void>;
}

interface Options {
  dataDir: string;
  log: Log;
  /** The database died again and again; nothing will bring it back. */
  onGaveUp(): void;
}

const startMs = 30_000;
const stopMs = 8_000;

/**
 * Starts PostgreSQL in `dataDir` (made when absent), or takes over the one a killed server left running there. While
 * it runs, a database process that dies is started again, `limits.databaseRestarts` times within a minute.
 * The caller holds the folder's lock.
 */
export const startEmbeddedPostgres = async ({ dataDir, log, onGaveUp }: Options): Promise<EmbeddedPostgres> => {
  const binaries = findPostgresBinaries();
  mkdirSync(dataDir, { recursive: true });
  openForPassing(dataDir);
  const account = choosePostgresAccount([dataDir, dirname(binaries.postgres)]);
  const cluster = join(dataDir, "postgres");
  const password = readOrMakePassword(join(dataDir, "postgres-password"));
  if (!existsSync(cluster)) await initialise(cluster, password, binaries, account);

  const place = await choosePlace(cluster);
  const args = postgresArguments(cluster, place);
  let running = await adoptOrStart(cluster, args, binaries, account, log);
  let isStopping = false;
  const deaths: number[] = [];

  const watch = async () => {
    while (!isStopping) {
      await waitForEnd(running);
      if (isStopping) return;
      const now = Date.now();
      deaths.push(now);
      const recent = deaths.filter((at) => now - at < limits.databaseRestartWindowMs).length;
      if (recent > limits.databaseRestarts) return onGaveUp();
      log.error({ recent }, "the database process ended; starting it again");
      try {
        running = await adoptOrStart(cluster, args, binaries, account, log);
        if (isStopping) await endProcess(running);
      } catch (err) {
        log.error({ err }, "the database did not start");
        await sleep(500);
      }
    }
  };
  const watching = watch();

  return {
    address: { host: place.host, port: place.port, username: "slate", password, database: "postgres" },
    pid: () => running.pid,
    stop: async () => {
      isStopping = true;
      await endProcess(running);
      await watching;
    },
  };
};

/** Ends the database a killed server left running in `dataDir`, if there is one. */
export const endLeftPostgres = async (dataDir: string): Promise<void> => {
  const left = readPostmaster(join(dataDir, "postgres"));
  if (left !== null) await endProcess(left.process);
};

const readOrMakePassword = (path: string): string => {
  if (existsSync(path)) return readFileSync(path, "utf8").trim();
  const password = randomBytes(24).toString("base64url");
  writeFileSync(path, password, { mode: 0o600 });
  return password;
};

/** Built beside its place and moved there when complete: a half-made cluster is never taken for a whole one. */
const initialise = async (
  cluster: string,
  password: string,
  { initdb }: PostgresBinaries,
  account: PostgresAccount,
) => {
  const building = `${cluster}.new`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { mode: 0o700 });
  const passwordFile = join(building, "..", "postgres-initial-password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== null && account.gid !== null) {
    chownSync(building, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const command = account.wrap(initdb, [
    `--pgdata=${building}`,
    "--username=slate",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--locale=C",
    "--builtin-locale=C.UTF-8",
  ]);
  try {
    await promisify(execFile)(command.program, command.args, { ...idsOf(command.options), env: environment() });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(building, cluster);
};

const idsOf = ({ uid, gid }: { uid?: number; gid?: number }) => (uid === undefined ? {} : { uid, gid });
const environment = () => ({ PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" });

interface Place {
  /** Folder of the unix socket, or the loopback address. */
  host: string;
  port: number;
}

/** A unix socket inside the private cluster folder where its path fits (107 bytes), else a loopback port kept for good. */
const choosePlace = async (cluster: string): Promise<Place> => {
  if (process.platform !== "win32" && Buffer.byteLength(cluster) <= 85) return { host: cluster, port: 5432 };
  const remembered = join(cluster, "..", "postgres-port");
  if (!existsSync(remembered)) writeFileSync(remembered, String(await freePort()));
  return { host: "127.0.0.1", port: Number(readFileSync(remembered, "utf8")) };
};

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

const postgresArguments = (cluster: string, { host, port }: Place): string[] => {
  const isSocket = host === cluster;
  const settings = {
    listen_addresses: isSocket ? "" : host,
    unix_socket_directories: isSocket ? cluster : "",
    port: String(port),
    fsync: "on",
    synchronous_commit: "on",
    max_connections: "60",
    shared_buffers: "64MB",
    wal_level: "minimal",
    max_wal_senders: "0",
    jit: "off",
    autovacuum: "on",
    timezone: "UTC",
    log_min_messages: "warning",
    // Statements carry people's texts.
    log_min_error_statement: "panic",
    log_parameter_max_length_on_error: "0",
  };
  return ["-D", cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
};

const adoptOrStart = async (
  cluster: string,
  args: string[],
  binaries: PostgresBinaries,
  account: PostgresAccount,
  log: Log,
): Promise<ProcessIdentity> => {
  const deadline = Date.now() + startMs;
  const left = readPostmaster(cluster);
  if (left !== null) {
    const wanted = [binaries.postgres, ...args].join(" ");
    if (left.status === "ready" && left.process.command === wanted.trim()) {
      log.info({ pid: left.process.pid }, "took over the database that was already running");
      return left.process;
    }
    await endProcess(left.process);
  }
  for (;;) {
    const started = await start(cluster, args, binaries, account, deadline);
    if (started !== null) return started;
    // Right after a kill -9 the old process's children may still hold its shared memory; they leave within moments.
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not start; see ${logPath(cluster)}`);
    await sleep(100);
  }
};

const logPath = (cluster: string) => join(cluster, "..", "postgres.log");

/** Own process group: Ctrl-C in a terminal reaches the server, which then ends the database after it has drained. */
const start = async (
  cluster: string,
  args: string[],
  { postgres }: PostgresBinaries,
  account: PostgresAccount,
  deadline: number,
) => {
  const command = account.wrap(postgres, args);
  const output = openSync(logPath(cluster), "w", 0o600);
  const child = spawn(command.program, command.args, {
    ...command.options,
    env: environment(),
    detached: true,
    stdio: ["ignore", "ignore", output],
  });
  closeSync(output);
  let hasEnded = false;
  child.once("exit", () => {
    hasEnded = true;
  });
  child.once("error", () => {
    hasEnded = true;
  });
  child.unref();
  while (!hasEnded && Date.now() < deadline) {
    const running = readPostmaster(cluster);
    if (running !== null && running.process.pid === child.pid && running.status === "ready") return running.process;
    await sleep(10);
  }
  return null;
};

/** What postmaster.pid says, if the process it names is alive and really serves this folder. */
const readPostmaster = (cluster: string): { process: ProcessIdentity; status: string } | null => {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  const identity = identifyProcess(Number(lines[0]));
  if (identity === null || !identity.command.includes(`-D ${cluster}`)) return null;
  return { process: identity, status: (lines[7] ?? "").trim() };
};

const waitForEnd = async (running: ProcessIdentity) => {
  while (isAlive(running)) await sleep(100);
};

/** Fast shutdown, then an immediate one: both leave what was committed. */
const endProcess = async (running: ProcessIdentity): Promise<void> => {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!isAlive(running)) return;
    process.kill(running.pid, signal);
    const deadline = Date.now() + stopMs;
    while (isAlive(running) && Date.now() < deadline) await sleep(10);
  }
};
