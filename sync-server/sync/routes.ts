/** The sync core's doors: sockets, bulk sync and the feed, on one app. */
import type { Hono } from "hono";
import type { Directory } from "../../shared/access/directory.ts";
import { limits } from "../limits.ts";
import { registerBulkRoute } from "./bulk-route.ts";
import type { CallerPort } from "./caller.ts";
import type { Clock } from "./clock.ts";
import type { Feed } from "./feed.ts";
import { registerFeedRoute } from "./feed-route.ts";
import { createOpenSessions } from "./open-sessions.ts";
import { registerSocketRoute } from "./socket-route.ts";
import type { SyncCore } from "./sync-core.ts";
import type { TicketStore } from "./ticket-store.ts";

export interface SyncRoutesDeps {
  core: SyncCore;
  feed: Feed;
  store: TicketStore;
  callers: CallerPort;
  directory: () => Directory;
  clock: Clock;
}

export interface SyncRoutes {
  /** Sessions ended: close what they hold open now, without waiting for the next look. */
  sessionsEnded(): Promise<void>;
  openSockets(): number;
  mostUnreadBytes(): number;
  stop(): void;
}

export const registerSyncRoutes = (app: Hono, deps: SyncRoutesDeps): SyncRoutes => {
  const { callers, clock } = deps;
  const socketBounds = { perUser: limits.socketsPerUser, perSession: limits.socketsPerSession };
  const feedBounds = { perUser: limits.feedsPerUser, perSession: limits.feedsPerSession };
  const sockets = createOpenSessions(callers.endedSessions, clock, socketBounds);
  const feeds = createOpenSessions(callers.endedSessions, clock, feedBounds);
  const { mostUnreadBytes } = registerSocketRoute(app, { ...deps, sessions: sockets });
  registerBulkRoute(app, deps);
  registerFeedRoute(app, { ...deps, sessions: feeds });
  return {
    sessionsEnded: async () => {
      await Promise.all([sockets.check(), feeds.check()]);
    },
    openSockets: sockets.count,
    mostUnreadBytes,
    stop: () => {
      sockets.stop();
      feeds.stop();
      deps.feed.stop();
    },
  };
};
