import { people, type SampleUsername } from "../../shared/sample-world.ts";
import { createApp } from "../app.ts";
import { createAccounts } from "../auth/accounts.ts";
import { createFirstAdmin } from "../auth/first-admin.ts";
import { createMakeFirstAdmin } from "../auth/make-first-admin.ts";
import { createPasswordHashes } from "../auth/password-hashes.ts";
import { createSessions } from "../auth/sessions.ts";
import { type Config, parseConfig } from "../config.ts";
import { createDemoWorkspace, demoPassword } from "../demo/create-demo-workspace.ts";
import { insertDemoDirectory } from "../demo/insert-demo-directory.ts";
import { createLog } from "../logging.ts";
import { createMetrics } from "../metrics.ts";
import { createDatabaseProbe } from "../store/database-probe.ts";
import { createLiveDirectory } from "../store/directory.ts";
import { createFeedRows } from "../store/feed-rows.ts";
import { createPostgresTicketStore } from "../store/postgres-ticket-store.ts";
import { systemClock } from "../sync/clock.ts";
import { createFeed } from "../sync/feed.ts";
import { createSyncCore } from "../sync/sync-core.ts";
import { createTestDatabase } from "./test-database.ts";

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of a body it says in its assertions
  body: any;
}

export interface TestClient {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body: unknown): Promise<Answer>;
  delete(path: string, body?: unknown): Promise<Answer>;
}

export { demoPassword };

/** The whole HTTP interface on a database of its own, with the people of the sample world or nobody. */
export const createTestApp = async (
  options: { isEmpty?: boolean; config?: Partial<Config>; logLines?: string[] } = {},
) => {
  const database = await createTestDatabase();
  const { sql } = database;
  const hashes = await createPasswordHashes();
  if (options.isEmpty !== true) await insertDemoDirectory(sql, (await hashes.hash(demoPassword)) ?? "", Date.now());
  const parsed = parseConfig({});
  if (!parsed.ok) throw new Error(parsed.error);
  const config = { ...parsed.value, ...options.config };
  const log = createLog("debug", { write: (line) => options.logLines?.push(line) });
  const store = createPostgresTicketStore(sql);
  const directory = await createLiveDirectory(sql, log);
  const sessions = createSessions(sql);
  const accounts = createAccounts(sql, sessions, hashes);
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const core = createSyncCore({ store, directory: directory.current, clock: systemClock, random, hint: () => {}, log });
  const feed = createFeed({
    store: createFeedRows(sql),
    epoch: store.epoch,
    directory: directory.current,
    clock: systemClock,
    log,
  });
  const firstAdmin = createFirstAdmin(sql);
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
    makeFirstAdmin: createMakeFirstAdmin(sql, accounts, () =>
      createDemoWorkspace({ sql, count: 5, nowMs: Date.now() }),
    ),
    health: { isDatabaseUp: createDatabaseProbe(database.address).isUp, isReady: () => core.isHealthy() },
    metrics: createMetrics(),
    random,
    clock: systemClock,
    webFolder: "/nonexistent",
  });

  const send = async (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const response = await app.request(path, {
      method,
      headers: { ...(method === "GET" ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true && text !== "";
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null };
  };
  const client = (own: Record<string, string>): TestClient => ({
    get: (path, headers = {}) => send("GET", path, undefined, { ...own, ...headers }),
    post: (path, body, headers = {}) => send("POST", path, body, { ...own, ...headers }),
    patch: (path, body) => send("PATCH", path, body, own),
    delete: (path, body) => send("DELETE", path, body, own),
  });

  return {
    app,
    sql,
    core,
    sync,
    sessions,
    directory,
    firstAdmin,
    send,
    /** Nobody is signed in. */
    stranger: client({}),
    /** Signed in with a token, as programs are. */
    as: async (username: SampleUsername): Promise<TestClient> => {
      const { secret } = await sessions.create(people[username].id, { userAgent: "test", address: "none" });
      return client({ authorization: `Bearer ${secret}` });
    },
    client,
  };
};
