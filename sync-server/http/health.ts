import type { App } from "./app-env.ts";

export interface HealthDeps {
  /** Answers within `limits.healthMs`, whatever the pool is doing. */
  isDatabaseUp(): Promise<boolean>;
  /** False while commits fail or the server is on its way out. */
  isReady(): boolean;
  version: string;
}

export const registerHealth = (app: App, { isDatabaseUp, isReady, version }: HealthDeps): void => {
  app.get("/api/health", async (context) => {
    const database = (await isDatabaseUp()) ? "ok" : "unavailable";
    const isOk = database === "ok" && isReady();
    return context.json({ status: isOk ? "ok" : "unavailable", database, version }, isOk ? 200 : 503);
  });
};
