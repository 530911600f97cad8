/** Who is measured: ours and its peers, each with how it is started, filled and spoken to. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseAddress } from "../sync-server/store/sql.ts";
import { type BenchDatabase, withSql } from "./database.ts";
import { type Dialect, hocuspocusDialect, plainDialect } from "./load/dialect.ts";
import { openSocket, type SocketClient, type SocketClientOptions } from "./load/socket-client.ts";
import { personFor } from "./people.ts";
import { seedSlate } from "./seed-slate.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";
import type { SeededTicket } from "./ticket-content.ts";

export const contestantNames = ["slate", "hocuspocus", "y-leveldb", "y-memory", "relay"] as const;
export type ContestantName = (typeof contestantNames)[number];

/** A contestant's storage, and the process that is running on it. */
export interface Contestant {
  name: ContestantName;
  process: ServerProcess;
  /** Stores documents nobody has open. */
  seed(tickets: readonly SeededTicket[]): Promise<void>;
  /** A stock client on one document; `index` says whose. */
  open(document: string, index: number, options?: Partial<SocketClientOptions>): SocketClient;
  /** Ends the process (`kill`: with SIGKILL) and starts another one on the same storage. */
  restart(how: "stop" | "kill"): Promise<void>;
  /** Ends it and throws its storage away. */
  dispose(): Promise<void>;
}

interface Recipe {
  entry: string;
  dialect: Dialect;
  prepare(database: BenchDatabase): Promise<Storage>;
}

interface Storage {
  env: Record<string, string>;
  /** Null: documents are put there through a socket. */
  seed: ((tickets: readonly SeededTicket[]) => Promise<void>) | null;
  dispose(): Promise<void>;
}

const seedingAtOnce = 10;
const restingLookMs = 500;
const restingMicros = 10_000;
const environment = (address: DatabaseAddress) => ({ BENCH_DATABASE: JSON.stringify(address) });

/** Our server on a database that exists already. */
const slateOn = (address: DatabaseAddress): Storage => ({
  env: environment(address),
  seed: (tickets) => seedSlate(address, tickets),
  dispose: async () => {},
});

const recipes: Record<ContestantName, Recipe> = {
  slate: {
    entry: "slate-server",
    dialect: plainDialect("/sync"),
    prepare: async (database) => {
      const address = await database.createMigrated();
      return { ...slateOn(address), dispose: () => database.drop(address) };
    },
  },
  hocuspocus: {
    entry: "peers/hocuspocus",
    dialect: hocuspocusDialect,
    prepare: async (database) => {
      const address = await database.create();
      await withSql(address, (sql) =>
        sql.unsafe("create table documents (name text primary key, data bytea not null)"),
      );
      const seed = (tickets: readonly SeededTicket[]) =>
        withSql(address, async (sql) => {
          for (const { id, bytes } of tickets) {
            await sql`insert into documents (name, data) values (${id}, ${Buffer.from(bytes)})`;
          }
        });
      return { env: environment(address), seed, dispose: () => database.drop(address) };
    },
  },
  "y-leveldb": {
    entry: "peers/y-websocket",
    dialect: plainDialect(""),
    prepare: async () => {
      const folder = mkdtempSync(join(tmpdir(), "slate-bench-level-"));
      const dispose = async () => rmSync(folder, { recursive: true, force: true });
      return { env: { YPERSISTENCE: folder }, seed: null, dispose };
    },
  },
  "y-memory": {
    entry: "peers/y-websocket",
    dialect: plainDialect(""),
    prepare: async () => ({ env: {}, seed: null, dispose: async () => {} }),
  },
  relay: {
    entry: "peers/relay",
    dialect: plainDialect(""),
    prepare: async () => ({ env: {}, seed: async () => {}, dispose: async () => {} }),
  },
};

const startContestant = async (name: ContestantName, database: BenchDatabase): Promise<Contestant> =>
  startOn(name, await recipes[name].prepare(database));

const startOn = async (name: ContestantName, storage: Storage): Promise<Contestant> => {
  const { entry, dialect } = recipes[name];
  const contestant: Contestant = {
    name,
    process: await startServerProcess(entry, storage.env),
    seed: (tickets) => (storage.seed ?? seedBySocket)(tickets),
    open: (document, index, options = {}) =>
      openSocket({
        origin: `127.0.0.1:${contestant.process.port}`,
        dialect,
        document,
        token: personFor(index).id,
        asks: name !== "relay",
        ...options,
      }),
    restart: async (how) => {
      await contestant.process[how]();
      contestant.process = await startServerProcess(entry, storage.env);
    },
    dispose: async () => {
      await contestant.process.stop();
      await storage.dispose();
    },
  };
  const seedBySocket = async (tickets: readonly SeededTicket[]) => {
    const waiting = [...tickets];
    const work = async () => {
      for (let ticket = waiting.pop(); ticket !== undefined; ticket = waiting.pop()) await storeBySocket(ticket);
    };
    await Promise.all(Array.from({ length: seedingAtOnce }, work));
    await atRest();
  };
  /** y-leveldb answers before it has written, and its last documents would be lost with a restart. */
  const atRest = async () => {
    for (let before = Number.NEGATIVE_INFINITY; ; ) {
      const { cpuMicros } = await contestant.process.usage();
      if (cpuMicros - before < restingMicros) return;
      before = cpuMicros;
      await sleep(restingLookMs);
    }
  };
  const storeBySocket = async ({ id, bytes }: SeededTicket) => {
    const client = contestant.open(id, 0);
    await client.opened;
    const stored = new Promise<void>((resolve) => {
      client.onUpdate = () => resolve();
    });
    client.send(bytes);
    await stored;
    client.close();
    await client.closed;
  };
  return contestant;
};

/** Starts all of `names`, hands them over, and ends them whatever happens. */
export const withContestants = <Value>(
  names: readonly ContestantName[],
  database: BenchDatabase,
  work: (contestants: Contestant[]) => Promise<Value>,
): Promise<Value> =>
  withAll(
    names.filter(isWanted).map((name) => () => startContestant(name, database)),
    work,
  );

/** BENCH_WHO=slate,relay leaves the others out, for a quick look at one of them. */
const isWanted = (name: ContestantName): boolean => process.env.BENCH_WHO?.split(",").includes(name) ?? true;

/** Servers of ours, one on each of `addresses`; several on one address are nodes that know of each other. */
export const withSlates = <Value>(
  addresses: readonly DatabaseAddress[],
  work: (contestants: Contestant[]) => Promise<Value>,
): Promise<Value> =>
  withAll(
    addresses.map((address) => () => startOn("slate", slateOn(address))),
    work,
  );

const withAll = async <Value>(
  starts: readonly (() => Promise<Contestant>)[],
  work: (contestants: Contestant[]) => Promise<Value>,
): Promise<Value> => {
  const contestants: Contestant[] = [];
  try {
    for (const start of starts) contestants.push(await start());
    return await work(contestants);
  } finally {
    for (const contestant of contestants) await contestant.dispose();
  }
};
