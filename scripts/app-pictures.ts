/**
 * `npm run pictures`: draws what the manifest shows of the app, from the app itself over the demo workspace, into public/. Run
 * after the look has changed; the pictures are kept in the repository.
 */
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { createServerProcess } from "../e2e/support/server-process.ts";
import { build } from "./build.js";
import { findChromium } from "./find-chromium.ts";
import { root } from "./step.ts";

const screenshots = join(root, "public/screenshots");
const icons = join(root, "public/icons");

/** A picture larger than this is worth another look: it is fetched while somebody decides whether to install. */
const sizeLimit = 250_000;

/** On paper and in ink, like the app's own; Lucide draws the same ones inside. */
const shortcutIcons = { new: "plus", tickets: "rows-3", overdue: "alarm-clock" } as const;

const signedIn = async (
  browser: Browser,
  url: string,
  options: Parameters<Browser["newContext"]>[0],
): Promise<Page> => {
  const context = await browser.newContext({ baseURL: url, locale: "en-GB", colorScheme: "light", ...options });
  const page = await context.newPage();
  await page.goto("/login");
  await page.getByLabel("Username").fill("creative-head");
  await page.getByLabel("Password", { exact: true }).fill("demo-password");
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(({ pathname }) => pathname !== "/login");
  await page.goto("/tickets");
  await page.getByRole("region", { name: "Tickets" }).getByRole("article").first().waitFor();
  return page;
};

const shoot = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("button", { name: "Sync status: Saved" }).waitFor();
  const path = join(screenshots, `${name}.png`);
  await page.screenshot({ path });
  const { size } = statSync(path);
  console.log(`${name}: ${Math.round(size / 1000)} kB`);
  if (size > sizeLimit) throw new Error(`${name} is too large`);
};

const openTicket = async (page: Page): Promise<void> => {
  await page.getByRole("link", { name: "Home page hero: subscription, spring edition" }).first().click();
  await page.getByRole("textbox", { name: "Description" }).waitFor();
};

const drawScreens = async (browser: Browser, url: string): Promise<void> => {
  const phone = await signedIn(browser, url, {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 1.5,
    isMobile: true,
    hasTouch: true,
  });
  await openTicket(phone);
  await shoot(phone, "ticket-narrow");
  await phone.goto("/");
  await shoot(phone, "home-narrow");
  const desk = await signedIn(browser, url, { viewport: { width: 1280, height: 800 } });
  await shoot(desk, "tickets-wide");
  await openTicket(desk);
  await shoot(desk, "ticket-wide");
};

const drawIcons = async (browser: Browser): Promise<void> => {
  const lucide = JSON.parse(readFileSync(join(root, "node_modules/@iconify-json/lucide/icons.json"), "utf8"));
  const page = await browser.newPage({ viewport: { width: 96, height: 96 } });
  for (const [name, icon] of Object.entries(shortcutIcons)) {
    const drawing = lucide.icons[icon].body.replaceAll('stroke-width="2"', 'stroke-width="1.8"');
    await page.setContent(
      `<body style="margin:0;background:#fbfbf9;color:#16181a"><svg viewBox="-12 -12 48 48" width="96" height="96">${drawing}</svg>`,
    );
    await page.screenshot({ path: join(icons, `shortcut-${name}.png`) });
  }
};

await build();
mkdirSync(screenshots, { recursive: true });
const server = await createServerProcess({ DEMO: "true" });
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined });
try {
  await server.start();
  await drawIcons(browser);
  await drawScreens(browser, server.url);
} finally {
  await browser.close();
  await server.dispose();
}
