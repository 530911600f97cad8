/** The real server as a process of its own, on a database of the test's own, with the people of the sample world. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as Y from "yjs";
import { summarize } from "../../shared/document/summarize.ts";
import { newId, type TicketId } from "../../shared/ids.ts";
import { type SampleOptions, sampleTicket } from "../../shared/sample-tickets.ts";
import { people, type SampleUsername } from "../../shared/sample-world.ts";
import type { Status } from "../../shared/ticket/ticket.ts";
import { createSessions, type Sessions } from "../auth/sessions.ts";
import { insertDemoDirectory } from "../demo/insert-demo-directory.ts";
import { createPostgresTicketStore } from "../store/postgres-ticket-store.ts";
import type { DatabaseAddress, Sql } from "../store/sql.ts";
import { contentOf } from "../testing/sync/expect-converged.ts";
import { encodeSample } from "../testing/sync/sync-world.ts";
import { createTestDatabase } from "../testing/test-database.ts";

export interface Target {
  host: string;
  origin: string;
  sql: Sql;
  sessions: Sessions;
  /** A session's secret; each call begins another session. */
  signIn(username: SampleUsername): Promise<string>;
  /** Puts a ticket of the sample world into the database. */
  ticket(status: Status, options?: SampleOptions): Promise<TicketId>;
  /** What stands in the log, replayed, and in the list row. */
  stored(id: TicketId): Promise<StoredTicket>;
  pid: number;
  isRunning(): boolean;
  /** Everything the server printed. */
  output(): string;
  stop(): Promise<void>;
}

export interface StoredTicket {
  /** Entries in the log. */
  seq: number;
  doc: Y.Doc;
  /** What a reader sees. */
  visible: Visible;
  row: unknown;
}
export type Visible = Pick<ReturnType<typeof contentOf>, "maps" | "description">;
export const visibleIn = (doc: Y.Doc): Visible => {
  const { maps, description } = contentOf(doc);
  return { maps, description };
};

const startLimitMs = 60_000;
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** `env`: beside what every target is started with. */
export const startTarget = async (env: Record<string, string> = {}): Promise<Target> => {
  const database = await createTestDatabase();
  const { sql } = database;
  await insertDemoDirectory(sql, "nobody signs in with a password", Date.now());
  const dataDir = mkdtempSync(join(tmpdir(), "slate-attacked-"));
  const port = await freePort();
  let output = "";
  const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "../main.ts")], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      ...databaseEnvironment(database.address),
      LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  await started(child, () => output);
  const host = `127.0.0.1:${port}`;
  const sessions = createSessions(sql);
  const store = createPostgresTicketStore(sql);

  return {
    host,
    origin: `http://${host}`,
    sql,
    sessions,
    signIn: async (username) => {
      const { secret } = await sessions.create(people[username].id, { userAgent: "test", address: "none" });
      return secret;
    },
    ticket: async (status, options = {}) => {
      const id = newId<TicketId>(Date.now(), random);
      const update = encodeSample(sampleTicket(status, { ...options, id }));
      const doc = new Y.Doc();
      Y.applyUpdate(doc, update);
      const userId = people[options.requester ?? "marketing-1"].id;
      const entry = { seq: 1, entryId: crypto.randomUUID(), update, userId, at: Date.now(), repairs: [], events: [] };
      await store.commit([{ ticketId: id, afterSeq: 0, entries: [entry], summary: summarize(id, doc) }]);
      return id;
    },
    stored: async (id) => {
      const doc = new Y.Doc();
      const log = await store.tail(id, 0);
      for (const { update } of log) Y.applyUpdate(doc, update);
      const [row] = await sql<{ summary: unknown }[]>`select summary from tickets where id = ${id}`;
      return { seq: log.length, doc, visible: visibleIn(doc), row: row?.summary ?? null };
    },
    pid: child.pid ?? 0,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    output: () => output,
    stop: async () => {
      child.kill("SIGTERM");
      await exited(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** A unix socket has no place in an address: its folder, and who we are, go the way of libpq. */
const databaseEnvironment = (address: DatabaseAddress | string): Record<string, string> => {
  if (typeof address === "string") return { DATABASE_URL: address };
  const { username, password, host, port, database } = address;
  const libpq = { PGHOST: host, PGPORT: String(port), PGUSER: username, PGPASSWORD: password };
  return { ...libpq, DATABASE_URL: `postgres:///${database}` };
};

const exited = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });

const started = async (child: ChildProcess, output: () => string): Promise<void> => {
  for (const deadline = Date.now() + startLimitMs; Date.now() < deadline; ) {
    if (/ is at https?:\/\//.test(output())) return;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the server does not start:\n${output()}`);
};

/** A server that has a public address does not say on which port it listens. */
const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
};
