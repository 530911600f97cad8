/**
 * Our server as it runs in production, with people who need no password: `?token=` is a person's id. Bounds on one
 * person's hands are lifted, because the load generator is a few people with hundreds of them; the checks still run.
 */

import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { WebSocketServer } from "ws";
import type { TicketId, UserId } from "../shared/ids.ts";
import { limits } from "../sync-server/limits.ts";
import { createLog } from "../sync-server/logging.ts";
import { createPooledRandom } from "../sync-server/random.ts";
import { createFeedRows } from "../sync-server/store/feed-rows.ts";
import { createPostgresTicketStore } from "../sync-server/store/postgres-ticket-store.ts";
import { createSql, createTicketSql, type DatabaseAddress } from "../sync-server/store/sql.ts";
import { listenerName, startTailHints } from "../sync-server/store/tail-hints.ts";
import type { CallerPort } from "../sync-server/sync/caller.ts";
import { systemClock } from "../sync-server/sync/clock.ts";
import { createFeed } from "../sync-server/sync/feed.ts";
import { registerSyncRoutes } from "../sync-server/sync/routes.ts";
import { socketSettings } from "../sync-server/sync/socket-settings.ts";
import { createSyncCore } from "../sync-server/sync/sync-core.ts";
import { benchDirectory } from "./people.ts";
import { serveControl } from "./serve-control.ts";

Object.assign(limits, { framesPerSecond: 1e9, framesBurst: 1e9, socketsPerUser: 1e6, socketsPerSession: 1e6 });

const log = createLog("warn");
const address = JSON.parse(process.env.BENCH_DATABASE ?? "") as DatabaseAddress;
const sql = createSql(address);
const store = createPostgresTicketStore(createTicketSql(address));
const clock = systemClock;
const directory = () => benchDirectory;
const random = createPooledRandom();

const listener = createSql(address, { connections: 1, applicationName: listenerName });
const hints = await startTailHints(sql, listener, crypto.randomUUID(), (id, seq) => {
  core.hinted(id, seq);
  feed.nudge();
});
const hint = (id: TicketId, seq: number) => {
  hints.publish(id, seq);
  feed.nudge();
};
const core = createSyncCore({ store, directory, clock, random, hint, log });
const feed = createFeed({ store: createFeedRows(sql), epoch: () => store.epoch(), directory, clock, log });
const callers: CallerPort = {
  authenticate: async (context: Context) => {
    const token = context.req.query("token") ?? context.req.header("authorization")?.replace("Bearer ", "");
    return token === undefined ? null : { userId: token as UserId, sessionId: token, by: "token" };
  },
  isOwnOrigin: () => true,
  endedSessions: async () => [],
};

const app = new Hono();
registerSyncRoutes(app, { core, feed, store, callers, directory, clock });
const sockets = new WebSocketServer(socketSettings);
const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0, websocket: { server: sockets } });
serveControl(server as Server);
