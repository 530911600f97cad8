/** Puts the parts together: database, migrations, directory, core, HTTP. Only this file picks adapters. */
import { existsSync, mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ServerType, serve } from "@hono/node-server";
import { WebSocketServer } from "ws";
import type { TicketId } from "../shared/ids.ts";
import { createApp } from "./app.ts";
import { createAccounts } from "./auth/accounts.ts";
import { createFirstAdmin, type FirstAdmin } from "./auth/first-admin.ts";
import { createMakeFirstAdmin, firstDepartments } from "./auth/make-first-admin.ts";
import { createPasswordHashes } from "./auth/password-hashes.ts";
import { createSessions } from "./auth/sessions.ts";
import type { Config } from "./config.ts";
import { createDemoWorkspace } from "./demo/create-demo-workspace.ts";
import { guardUpgrades } from "./http/guard-upgrades.ts";
import { startHousekeeping } from "./jobs/housekeeping.ts";
import { limits } from "./limits.ts";
import type { Log } from "./logging.ts";
import { createMetrics } from "./metrics.ts";
import { createPooledRandom } from "./random.ts";
import { createDatabaseProbe } from "./store/database-probe.ts";
import { createLiveDirectory } from "./store/directory.ts";
import { createFeedRows } from "./store/feed-rows.ts";
import { migrate } from "./store/migrate.ts";
import { type Database, openDatabase } from "./store/open-database.ts";
import { createPostgresTicketStore } from "./store/postgres-ticket-store.ts";
import { createSql, createTicketSql } from "./store/sql.ts";
import { listenerName, startTailHints, type TailHints } from "./store/tail-hints.ts";
import { systemClock } from "./sync/clock.ts";
import { createFeed } from "./sync/feed.ts";
import { socketSettings } from "./sync/socket-settings.ts";
import { createSyncCore } from "./sync/sync-core.ts";

export interface RunningServer {
  /** Where browsers on this machine reach it. */
  url: string;
  port: number;
  /** Null once there is an admin; else what the first page asks for. */
  setupCode: string | null;
  /** Process of the embedded database, for tests that end it. */
  databasePid: number | null;
  /** Stops accepting, commits what was received, closes sockets, ends the database. At most `limits.drainMs`. */
  stop(): Promise<void>;
}

const random = createPooledRandom();

/** `onFatal`: nothing in this process can go on. Throws one line when it cannot start, and leaves nothing running then. */
export const startServer = async (
  config: Config,
  log: Log,
  onFatal: (reason: string) => void,
): Promise<RunningServer> => {
  mkdirSync(config.dataDir, { recursive: true });
  const database = await openDatabase(config, log, onFatal);
  try {
    return await startOn(database, config, log);
  } catch (error) {
    await database.close();
    throw error;
  }
};

const startOn = async (database: Database, config: Config, log: Log): Promise<RunningServer> => {
  const hashing = createPasswordHashes();
  await migrate(database.address);

  const sql = createSql(database.address);
  const probe = createDatabaseProbe(database.address);
  const ticketSql = createTicketSql(database.address);
  const store = createPostgresTicketStore(ticketSql);
  const directory = await createLiveDirectory(sql, log);
  const sessions = createSessions(sql);
  const accounts = createAccounts(sql, sessions, await hashing);
  const firstAdmin = createFirstAdmin(sql);
  const fill = () => createDemoWorkspace({ sql, count: config.demoTickets, nowMs: Date.now() });

  const makeFirstAdmin = createMakeFirstAdmin(sql, accounts, fill);

  if (config.demo && directory.current().people.size === 0) await fill();
  if (config.admin !== null && (await firstAdmin.isNeeded())) await makeAdminFromConfig(config.admin, makeFirstAdmin);
  await directory.refresh();

  let hints: TailHints | null = null;
  const feed = createFeed({
    store: createFeedRows(sql),
    epoch: store.epoch,
    directory: directory.current,
    clock: systemClock,
    log,
  });
  const core = createSyncCore({
    store,
    directory: directory.current,
    clock: systemClock,
    random,
    hint: (id, seq) => {
      hints?.publish(id, seq);
      feed.nudge();
    },
    log,
  });
  // The data folder's lock makes a server with an embedded database the only node.
  if (config.databaseUrl !== null) {
    const listener = createSql(database.address, { connections: 1, applicationName: listenerName });
    const heard = (id: TicketId, seq: number) => {
      core.hinted(id, seq);
      feed.nudge();
    };
    hints = await startTailHints(sql, listener, crypto.randomUUID(), heard, log);
  }
  directory.onChange(() => {
    core.directoryChanged();
    feed.directoryChanged();
  });

  let isDraining = false;
  const metrics = createMetrics();
  metrics.gauge("slate_open_rooms", "Tickets somebody works on.", () => core.figures().openRooms);
  for (const outcome of ["acked", "repaired", "refused", "missing", "later"] as const) {
    metrics.gauge(
      `slate_updates_${outcome}`,
      "Updates since the start, by what became of them.",
      () => core.figures()[outcome],
    );
  }
  const { app, sync } = createApp({
    config,
    log,
    sql,
    store,
    core,
    feed,
    directory: directory.current,
    directoryChanged: directory.refresh,
    sessions,
    accounts,
    firstAdmin,
    makeFirstAdmin,
    health: { isDatabaseUp: probe.isUp, isReady: () => !isDraining && core.isHealthy() },
    metrics,
    random,
    clock: systemClock,
    webFolder: webFolder(),
  });
  metrics.gauge("slate_open_sockets", "WebSocket connections.", sync.openSockets);
  metrics.gauge("slate_most_unread_bytes", "Held for the WebSocket that reads slowest.", sync.mostUnreadBytes);
  const stopHousekeeping = startHousekeeping(sql, sessions, log);
  const server = await listen(app.fetch, config);
  const { port } = server.address() as AddressInfo;

  return {
    url: config.publicUrl ?? `http://${config.host === "127.0.0.1" ? "localhost" : config.host}:${port}`,
    port,
    setupCode: (await setupCode(firstAdmin)) ?? null,
    databasePid: database.pid,
    stop: async () => {
      isDraining = true;
      stopHousekeeping();
      directory.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await core.drain();
      sync.stop();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await Promise.race([closed, pause(1000)]);
      await hints?.stop();
      await Promise.all([sql.end({ timeout: 2 }), ticketSql.end({ timeout: 2 }), probe.end()]);
      await database.close();
    },
  };
};

const setupCode = async (firstAdmin: FirstAdmin) => ((await firstAdmin.isNeeded()) ? firstAdmin.code : null);
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

const makeAdminFromConfig = async (
  { username, password }: NonNullable<Config["admin"]>,
  makeFirstAdmin: ReturnType<typeof createMakeFirstAdmin>,
) => {
  const person = { username, password, email: null, firstName: "", lastName: "" };
  const made = await makeFirstAdmin(person, { kind: "departments", departments: firstDepartments });
  if (!made.ok && typeof made.error === "object") throw new Error(`ADMIN_PASSWORD ${made.error.weak}`);
};

/** The bundle stands in dist/server beside dist/web, the sources beside dist. */
const webFolder = (): string => {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const beside = join(here, "..", "web");
  return existsSync(join(beside, "index.html")) && existsSync(join(here, "main.js"))
    ? beside
    : join(here, "..", "dist", "web");
};

const listen = (fetch: Parameters<typeof serve>[0]["fetch"], config: Config): Promise<ServerType> => {
  const sockets = new WebSocketServer(socketSettings);
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch,
        port: config.port,
        hostname: config.host,
        websocket: { server: sockets },
        serverOptions: {
          headersTimeout: limits.handshakeMs,
          // Node looks for those that are too slow every half minute only, unless told.
          connectionsCheckingInterval: limits.handshakeMs / 10,
          requestTimeout: limits.requestMs,
          maxHeaderSize: limits.headerBytes,
        },
      },
      () => resolve(server),
    );
    guardUpgrades(server, sockets);
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`port ${config.port} on ${config.host} is in use`) : error),
    );
  });
};
