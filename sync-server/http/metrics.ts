import type { Directory } from "../../shared/access/directory.ts";
import type { Callers } from "../auth/callers.ts";
import type { Config } from "../config.ts";
import type { Metrics } from "../metrics.ts";
import type { App, AppContext } from "./app-env.ts";
import { notFound } from "./errors.ts";

export interface MetricsDeps {
  metrics: Metrics;
  callers: Callers;
  directory: () => Directory;
  addressOf(context: AppContext): string;
  config: Pick<Config, "trustProxy">;
}

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** For the machine itself, and for admins with a token. Behind a proxy everybody comes from the machine itself. */
export const registerMetrics = (app: App, { metrics, callers, directory, addressOf, config }: MetricsDeps): void => {
  app.get("/metrics", async (context) => {
    const isForwarded = context.req.header("x-forwarded-for") !== undefined || config.trustProxy;
    const isLocal = loopback.has(addressOf(context)) && !isForwarded;
    if (!isLocal) {
      const caller = await callers.authenticate(context);
      const isAdmin = caller?.by === "token" && directory().people.get(caller.userId)?.role === "admin";
      if (!isAdmin) return notFound(context);
    }
    return context.text(metrics.text(), 200, { "content-type": "text/plain; version=0.0.4" });
  });
};
