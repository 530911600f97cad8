/** A page of our origin that is not our app: somebody else's program with a stock y-websocket client. */
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { build } from "esbuild";
import type { TicketId } from "../../shared/ids.ts";
import type { SampleUsername } from "../../shared/sample-world.ts";
import { demoPassword } from "./rest.ts";
import type { Seen } from "./stock-page.ts";
import { until } from "./wait.ts";

/** Signs in and opens the ticket; resolves when it has all of it. */
export const openStock = async (
  { page, context }: { page: Page; context: BrowserContext },
  username: SampleUsername,
  ticket: TicketId,
): Promise<Page> => {
  const signedIn = await context.request.post("/api/auth/login/", { data: { username, password: demoPassword } });
  if (!signedIn.ok()) throw new Error(`${username} cannot sign in: ${signedIn.status()}`);
  const script = await bundle();
  await page.route("**/stock.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
  // A page of the server's own, under its own policy: one that never was there may not connect to this machine.
  await page.goto("/api/health/");
  await page.addScriptTag({ url: "/stock.js" });
  await joinAnew(page, ticket);
  return page;
};

/** With a new document: what the one before held is gone. */
export const joinAnew = async (page: Page, ticket: TicketId): Promise<void> => {
  await page.evaluate((id) => window.joinStock(id), ticket);
  await until(() => page.evaluate(() => window.stock.provider.synced), 10_000);
};

export const look = (page: Page): Promise<Seen> => page.evaluate(() => window.stock.look());

export const everSeen = (page: Page): Promise<Seen[]> => page.evaluate(() => window.stock.seen);

let bundled: Promise<string> | null = null;
const bundle = (): Promise<string> => {
  bundled ??= build({
    entryPoints: [join(import.meta.dirname, "stock-page.ts")],
    bundle: true,
    write: false,
    format: "iife",
    logLevel: "error",
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? "");
  return bundled;
};
