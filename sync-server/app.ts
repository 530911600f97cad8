import { join } from "node:path";
import { Hono } from "hono";
import type { Directory } from "../shared/access/directory.ts";
import type { RandomBytes } from "../shared/ids.ts";
import type { Accounts } from "./auth/accounts.ts";
import { createCallers } from "./auth/callers.ts";
import type { FirstAdmin } from "./auth/first-admin.ts";
import type { MakeFirstAdmin } from "./auth/make-first-admin.ts";
import { createSessionCookies } from "./auth/session-cookies.ts";
import type { Sessions } from "./auth/sessions.ts";
import type { Config } from "./config.ts";
import type { AppEnv } from "./http/app-env.ts";
import { registerAuth } from "./http/auth.ts";
import { createErrorHandler, notFound } from "./http/errors.ts";
import { type HealthDeps, registerHealth } from "./http/health.ts";
import { idempotent } from "./http/idempotency.ts";
import { registerMetrics } from "./http/metrics.ts";
import {
  apiBodyLimit,
  corsForListed,
  createAddressReader,
  createSecureReader,
  refuseForeignWrites,
  requestIds,
  securityHeaders,
  signedIn,
} from "./http/middleware.ts";
import { createRateBuckets, limitWrites } from "./http/rate-limit.ts";
import { registerSetup } from "./http/setup.ts";
import { createStaticFiles } from "./http/static.ts";
import { registerTickets } from "./http/tickets.ts";
import { registerUsers } from "./http/users.ts";
import type { Log } from "./logging.ts";
import type { Metrics } from "./metrics.ts";
import type { Sql } from "./store/sql.ts";
import type { Clock } from "./sync/clock.ts";
import type { Feed } from "./sync/feed.ts";
import { registerSyncRoutes, type SyncRoutes } from "./sync/routes.ts";
import type { SyncCore } from "./sync/sync-core.ts";
import type { TicketStore } from "./sync/ticket-store.ts";

export interface AppDeps {
  config: Config;
  log: Log;
  sql: Sql;
  store: TicketStore;
  core: SyncCore;
  feed: Feed;
  directory: () => Directory;
  /** After a change of people made through this app: takes effect here at once. */
  directoryChanged(): Promise<void>;
  sessions: Sessions;
  accounts: Accounts;
  firstAdmin: FirstAdmin;
  makeFirstAdmin: MakeFirstAdmin;
  health: Omit<HealthDeps, "version">;
  metrics: Metrics;
  random: RandomBytes;
  clock: Clock;
  /** Folder of the built web app. */
  webFolder: string;
}

/** All of HTTP: what every request passes, then one file a resource, the sync core's own doors, and the web app. */
export const createApp = (deps: AppDeps): { app: Hono<AppEnv>; sync: SyncRoutes } => {
  const { config, sql, sessions, metrics } = deps;
  const isSecure = createSecureReader(config);
  const addressOf = createAddressReader(config);
  const cookies = createSessionCookies(isSecure);
  const callers = createCallers(sessions, cookies, config);
  const guards = { signedIn: signedIn(callers, cookies), idempotent: idempotent(sql) };

  const app = new Hono<AppEnv>({ strict: false });
  app.onError(createErrorHandler(deps.log));
  app.use(requestIds);
  app.use(async (context, next) => {
    const startedAt = performance.now();
    await next();
    metrics.countRequest(context.req.method, context.res.status, (performance.now() - startedAt) / 1000);
  });
  app.use(securityHeaders(isSecure));
  registerHealth(app, { ...deps.health, version: config.version });
  registerMetrics(app, { metrics, callers, directory: deps.directory, addressOf, config });

  app.use("/api/*", corsForListed(config));
  app.use("/api/*", refuseForeignWrites(callers, cookies, config));
  app.use(
    "/api/*",
    limitWrites(
      createRateBuckets(() => Date.now()),
      addressOf,
      callers,
    ),
  );
  const sync = registerSyncRoutes(app as unknown as Hono, { ...deps, callers });
  app.use("/api/*", apiBodyLimit);
  registerAuth(app, { ...deps, ...guards, cookies, addressOf, sessionsEnded: sync.sessionsEnded });
  registerSetup(app, deps);
  registerUsers(app, { ...deps, ...guards });
  registerTickets(app, { ...deps, ...guards });
  app.all("/api/*", notFound);
  app.all("*", createStaticFiles(join(deps.webFolder)));
  return { app, sync };
};
