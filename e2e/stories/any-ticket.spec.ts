/**
 * [D6] Any ticket of thousands, without a network, with two keystrokes (or taps) more than its name needs. `TICKETS=10000`
 * asks for as many.
 */
import { test as base, type Page } from "@playwright/test";
import { picture } from "../support/picture.ts";
import { call, logIn } from "../support/rest.ts";
import { createServerProcess, type ServerProcess } from "../support/server-process.ts";
import { expect, signIn } from "../support/stage.ts";
import { pill, readyForOffline } from "../support/ticket-page.ts";

const tickets = Number(process.env.TICKETS ?? 500);
const looked = 4;
const downloadWithinMs = 240_000;

const test = base.extend<{ server: ServerProcess }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off its pattern
  server: async ({}, use) => {
    const server = await createServerProcess({ DEMO: "true", DEMO_TICKETS: String(tickets) });
    try {
      await server.start();
      await use(server);
    } finally {
      await server.dispose();
    }
  },
});

interface Named {
  id: string;
  title: string;
  number: number | null;
}

test("any ticket", { tag: ["@phone", "@tablet"] }, async ({ browser, server, viewport, hasTouch, isMobile }) => {
  test.setTimeout(downloadWithinMs + 120_000);
  const context = await browser.newContext({ baseURL: server.url, viewport, hasTouch, isMobile });
  const page = await context.newPage();
  await signIn(page, "creative-head");
  await readyForOffline(page);
  const { count, wanted } = await someTickets(server);
  await expect(page.getByText(`${count} tickets`, { exact: true })).toBeVisible({ timeout: downloadWithinMs });
  await expect(pill(page)).toHaveText(/Saved/);
  await context.setOffline(true);
  await page.goto("/tickets");

  const find = hasTouch ? byThumb : byKeyboard;
  for (const { title } of wanted) {
    await page.goto("/tickets");
    await find(page, title);
    await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
  }
  // Its number is a name too.
  for (const { title, number } of wanted.filter((one) => one.number !== null).slice(0, 2)) {
    await page.goto("/tickets");
    await find(page, `#${number}`);
    await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
  }
  await context.close();
});

/** ⌘K, the name, Enter. */
const byKeyboard = async (page: Page, name: string): Promise<void> => {
  await expect(page.locator("[data-ticket]").first()).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type(name);
  await expect(page.getByRole("dialog").getByRole("option").first()).toContainText(name);
  await picture(page, "any-ticket");
  await page.keyboard.press("Enter");
};

/** A tap on the search, the name, a tap on what was found. */
const byThumb = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("searchbox", { name: "Search" }).tap();
  await page.keyboard.type(name);
  const found = page.locator("a[data-ticket]").first();
  await expect(found).toHaveText(name.startsWith("#") ? /./ : name);
  // What is searched for has reached the address: the list stands still.
  await expect(page).toHaveURL(/[?&]q=/);
  await picture(page, "any-ticket");
  await found.tap();
};

/** From everywhere between the newest and the oldest. */
const someTickets = async ({ url }: ServerProcess): Promise<{ count: number; wanted: Named[] }> => {
  const account = await logIn(url, "creative-head");
  const ask = async (path: string) => (await call<{ count: number; results: Named[] }>(url, account, "GET", path)).body;
  const { count } = await ask("/tickets/?page_size=1");
  const pages = Array.from({ length: looked }, (_, n) => Math.max(1, Math.round((count * n) / (looked - 1))));
  const found = await Promise.all(pages.map((page) => ask(`/tickets/?page_size=1&page=${page}`)));
  return { count, wanted: found.flatMap(({ results }) => results) };
};
