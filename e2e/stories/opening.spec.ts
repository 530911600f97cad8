/** The app opens with the rows it was left with, before its engine has started, and claims nothing about the rest. */
import type { Page } from "@playwright/test";
import { expect, test } from "../support/stage.ts";
import { pill, readyForOffline } from "../support/ticket-page.ts";

/** What stands there the moment the first row does. */
const recordOpening = (page: Page) =>
  page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const row = document.querySelector("a[data-ticket]");
      if (row === null) return;
      observer.disconnect();
      const texts = [row, document.querySelector(".pill"), document.querySelector(".view-tabs")];
      Object.assign(window, { opening: texts.map((element) => element?.textContent?.trim()) });
    }).observe(document, { subtree: true, childList: true });
  });

/** A database opens a second late, as on a slow phone: what stands there before is never a matter of luck. */
const slowDatabases = (page: Page) =>
  page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...args) {
      const request = open.apply(this, args);
      Object.defineProperty(request, "onsuccess", {
        set: (told: (event: Event) => void) =>
          request.addEventListener("success", (event) => setTimeout(() => told.call(request, event), 1_000)),
      });
      return request;
    };
  });

const openingOf = (page: Page) => page.evaluate(() => (window as unknown as { opening: string[] }).opening);

test("opens with the rows it was left with, without a network", { tag: ["@phone"] }, async ({ signedIn }) => {
  const { context, page } = await signedIn("marketing-head");
  await readyForOffline(page);
  const first = (await page.locator("a[data-ticket]").first().textContent())?.trim();
  // Kept half a second after the last change.
  await page.waitForTimeout(700);
  await context.setOffline(true);
  await slowDatabases(page);
  await recordOpening(page);
  await page.goto("/tickets");
  await expect(pill(page)).toHaveText(/Offline/);
  await expect(page.getByRole("link", { name: /^All \d+$/ })).toBeVisible();
  expect(await openingOf(page)).toEqual([first, "Opening…", "All"]);
});

test("signed out, nothing of it is left to open with", async ({ signedIn }) => {
  const { page } = await signedIn("marketing-head");
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("first-rows");
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Log in" })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("first-rows");
});
