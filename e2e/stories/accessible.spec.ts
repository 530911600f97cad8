/** WCAG 2.2 AA, as far as a machine can tell, on every screen and in every theme. */
import type { Page } from "@playwright/test";
import { makeTicket } from "../support/make-ticket.ts";
import { expect, test } from "../support/stage.ts";
import { description } from "../support/ticket-page.ts";
import { violations } from "../support/violations.ts";

/** A colour on its way to another is neither. */
const still = { reducedMotion: "reduce" } as const;

const themes = ["light", "dark", "outdoor"] as const;

/** Themes change colours and sizes, and nothing else; so each page is opened once. */
const seenInEveryTheme = async (page: Page, what: string): Promise<void> => {
  for (const theme of themes) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen;
    }, theme);
    expect(await violations(page), `${theme} ${what}`).toEqual([]);
  }
};

test("a decision and its way back", { tag: ["@phone"] }, async ({ server, signedIn }) => {
  for (const title of ["First", "Second"]) await makeTicket(server.url, { title, status: "requested" });
  const { page } = await signedIn("marketing-head", still);
  await page.goto("/approvals");
  await expect(page.getByRole("region", { name: "Approvals" }).getByRole("heading", { level: 2 })).toBeVisible();
  await seenInEveryTheme(page, "/approvals");
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  // Looked at, time stands still.
  await page.getByRole("button", { name: "Undo" }).focus();
  await seenInEveryTheme(page, "undo");
});

test("no screen breaks a rule in any theme", { tag: ["@phone"] }, async ({ server, signedIn }) => {
  test.setTimeout(180_000);
  const ticket = await makeTicket(server.url, { title: "Seen", description: "Words.", status: "in_progress" });
  const { page } = await signedIn("creative-1", still);
  // Tall enough for every page: what lies half under a bar at the foot can be scrolled, and is no small target.
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height: 2400 });
  for (const path of [
    "/",
    "/work",
    "/approvals",
    "/tickets",
    "/tickets?as=cards&status=in_progress",
    "/tickets/new",
    `/tickets/${ticket}`,
    "/settings",
  ]) {
    await page.goto(path);
    if (path === "/") await expect(page.getByRole("img")).toHaveCount(3);
    if (path.endsWith(ticket)) await expect(description(page)).toBeVisible();
    await expect(page.getByRole("button", { name: "Sync status" })).toBeVisible();
    await seenInEveryTheme(page, path);
  }
  for (const keys of ["Control+k", "?"]) {
    await page.keyboard.press(keys);
    await expect(page.getByRole("dialog")).toBeVisible();
    await seenInEveryTheme(page, keys);
    await page.keyboard.press("Escape");
  }
});
