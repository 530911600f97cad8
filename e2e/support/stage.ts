/** What every story gets: a server with the demo workspace, and people signed in to it, each on a device of their own. */
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import type { SampleUsername } from "../../shared/sample-world.ts";
import { demoPassword } from "./rest.ts";
import { createServerProcess, type ServerProcess } from "./server-process.ts";

export interface Device {
  page: Page;
  context: BrowserContext;
}

interface Stage {
  /** A fresh device on which nobody has signed in; closed with the story. */
  device: (options?: BrowserContextOptions) => Promise<Device>;
  /** A fresh device with this person signed in and their tickets downloaded. */
  signedIn: (username: SampleUsername, options?: BrowserContextOptions) => Promise<Device>;
}

export const test = base.extend<Stage, { server: ServerProcess }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off its pattern
    async ({}, use) => {
      const server = await createServerProcess({ DEMO: "true" });
      try {
        await server.start();
        await use(server);
      } finally {
        await server.dispose();
      }
    },
    { scope: "worker", timeout: 90_000 },
  ],

  device: async ({ browser, server }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: server.url, ...options });
      opened.push(context);
      return { context, page: await context.newPage() };
    });
    for (const context of opened) await context.close();
  },

  signedIn: async ({ device }, use) => {
    await use(async (username, options) => {
      const opened = await device(options);
      await signIn(opened.page, username);
      return opened;
    });
  },
});

export { expect };

/** Signs in by the form and waits until this person's tickets are on the device. */
export const signIn = async (page: Page, username: SampleUsername, password = demoPassword): Promise<void> => {
  await page.goto("/login");
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL((url) => url.pathname !== "/login");
  await page.goto("/tickets");
  const list = page.getByRole("region", { name: "Tickets" });
  // At a desk tickets are rows of a table, the first of which names the columns.
  await expect(list.getByRole("article").or(list.getByRole("row").nth(1)).first()).toBeVisible();
};
