/** A phone, four times slower than this machine, with so many tickets on it: what D3 to D7 are measured on. */
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { demoPassword } from "../../e2e/support/rest.ts";
import { createServerProcess, type ServerProcess } from "../../e2e/support/server-process.ts";
import { findChromium } from "../../scripts/find-chromium.ts";

export interface DeviceStage {
  server: ServerProcess;
  context: BrowserContext;
  page: Page;
  /** Another window on the same device, as slow. */
  open(): Promise<Page>;
  /** From pressing 'Log in' to everything on the device, milliseconds. */
  downloadedInMs: number;
  /** Tickets whose documents are on the device. */
  documents: number;
  close(): Promise<void>;
}

const downloadWithinMs = 600_000;
/** So long nothing has come when all has. */
const quietMs = 1_500;
/** Looking costs the device too. */
const pollMs = 200;
const slowdown = 4;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Signed in as somebody who may read all of `tickets`; resolves when they are on the device. */
export const createDeviceStage = async (tickets: number): Promise<DeviceStage> => {
  const server = await createServerProcess({ DEMO: "true", DEMO_TICKETS: String(tickets) });
  await server.start();
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined });
  const context = await browser.newContext({ baseURL: server.url, ...phone });
  // tsx names functions by a helper, which those that run in the page do not have.
  await context.addInitScript("globalThis.__name = (named) => named");
  const open = async () => {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    return page;
  };
  const page = await open();
  await page.goto("/login?next=%2Ftickets");
  await page.getByLabel("Username").fill("creative-head");
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  const startedAt = performance.now();
  await page.getByRole("button", { name: "Log in" }).click();
  await page.locator("a[data-ticket]").first().waitFor();
  const { documents, completeAt } = await downloaded(page);
  const downloadedInMs = completeAt - startedAt;
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  return {
    server,
    context,
    page,
    open,
    downloadedInMs,
    documents,
    close: async () => {
      await browser.close();
      await server.dispose();
    },
  };
};

/**
 * Resolves when nothing more arrives. Before the server has said how much there is nothing is missing either, so the
 * documents themselves are counted.
 */
const downloaded = async (page: Page): Promise<{ documents: number; completeAt: number }> => {
  const giveUpAt = performance.now() + downloadWithinMs;
  let documents = 0;
  let completeAt = Number.NaN;
  for (;;) {
    await page.waitForTimeout(pollMs);
    const count = await page.evaluate(countDocuments);
    const isComplete = count > 0 && count === documents && (await page.evaluate(saysComplete));
    if (!isComplete) completeAt = Number.NaN;
    else if (Number.isNaN(completeAt)) completeAt = performance.now();
    else if (performance.now() - completeAt > quietMs) return { documents, completeAt };
    if (performance.now() > giveUpAt) throw new Error(`only ${count} documents arrived`);
    documents = count;
  }
};

const saysComplete = (): boolean =>
  document.querySelector(".pill-saved") !== null && document.querySelector("progress, .first-download") === null;

/** Runs in the page: tickets whose documents are on the device. */
const countDocuments = async (): Promise<number> => {
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const name = (await indexedDB.databases()).find((one) => /^slate-[0-9a-f-]{36}$/.test(one.name ?? ""))?.name ?? "";
  const db = await done(indexedDB.open(name));
  const count = await done(db.transaction("documents").objectStore("documents").count());
  db.close();
  return count;
};
