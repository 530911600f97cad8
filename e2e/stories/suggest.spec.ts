/** [I7] Who may no longer change a brief suggests: refused with the reason, the text kept, applied by somebody who may. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { makeTicket } from "../support/make-ticket.ts";
import { call, logIn } from "../support/rest.ts";
import { expect, test } from "../support/stage.ts";
import { openTicket, pill, readyForOffline } from "../support/ticket-page.ts";

const themes = ["light", "dark", "outdoor"] as const;

/** The sheet lies over an app that is not there for anybody, so it is looked at on its own. */
const expectReachable = async (page: Page, part: string) => {
  // Colours take their time to change, and are looked at when they have.
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const theme of themes) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen;
    }, theme);
    const { violations } = await new AxeBuilder({ page })
      .include(part)
      .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      theme,
    ).toEqual([]);
  }
};

test("a right that was lost while offline", { tag: "@phone" }, async ({ server, signedIn }) => {
  test.setTimeout(180_000);
  const ticket = await makeTicket(server.url, { title: "Halo launch ads", status: "requested" });
  const { context, page } = await signedIn("marketing-1");
  await readyForOffline(page);
  await openTicket(page, ticket);
  await expect(page.getByRole("heading", { name: "Halo launch ads" })).toBeVisible();
  await expect(pill(page)).toHaveText(/Saved/);

  await context.setOffline(true);
  await page.getByRole("button", { name: "Edit the facts" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Halo launch ads, with prices");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(pill(page)).toHaveText(/Offline · 1 change waiting/, { timeout: 20_000 });

  const head = await logIn(server.url, "marketing-head");
  expect((await call(server.url, head, "POST", `/tickets/${ticket}/approve/`, {})).status).toBe(200);

  await context.setOffline(false);
  await expect(pill(page)).toHaveText(/Needs attention · 1/, { timeout: 20_000 });
  await expect(page.getByRole("heading", { name: "Halo launch ads", exact: true })).toBeVisible();

  await pill(page).click();
  const sheet = page.getByRole("dialog", { name: "1 needs you" });
  await expect(sheet).toContainText(/marketing-head approved it .*\d\d:\d\d, before your change arrived/);
  await expect(sheet.getByRole("blockquote")).toHaveText(/Halo launch ads, with prices/);
  await sheet.getByRole("button", { name: "Try again" }).click();
  await expect(sheet.getByText(/where you may not change this yourself/)).toBeVisible();

  // What was written goes only after a question.
  await sheet.getByRole("button", { name: "Discard" }).click();
  await expectReachable(page, "dialog");
  await sheet.getByRole("button", { name: "Keep it" }).click();
  await expect(sheet.getByRole("blockquote")).toBeVisible();

  // Without a network too.
  await context.setOffline(true);
  await sheet.getByRole("button", { name: "Suggest it" }).click();
  await expect(page.getByRole("dialog")).toContainText("Suggested.");
  await page.keyboard.press("Escape");
  await expect(page.getByText("You suggest")).toBeVisible();
  await context.setOffline(false);
  await expect(pill(page)).toHaveText(/Saved/, { timeout: 20_000 });

  const comments = await call<{ results: { body: string }[] }>(server.url, head, "GET", `/tickets/${ticket}/comments/`);
  expect(comments.body.results.map(({ body }) => body)).toEqual(["Title: Halo launch ads, with prices"]);

  // creative-1 may not even read it yet; who may write the field applies it.
  const { page: theirs } = await signedIn("creative-head");
  await openTicket(theirs, ticket);
  await expect(theirs.getByText("marketing-1 suggests")).toBeVisible();
  await expectReachable(theirs, ".stream");
  await theirs.getByRole("button", { name: "Apply" }).click();
  await expect(theirs.getByRole("heading", { name: "Halo launch ads, with prices" })).toBeVisible();
  await expect(theirs.getByText(/Applied by you/)).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Apply" })).toHaveCount(0);

  await expect(page.getByText(/Applied by creative-head/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Halo launch ads, with prices" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Apply" })).toHaveCount(0);
});
