/** Home and My work say what is to be done, and let it be done without a network. */
import type { Locator, Page } from "@playwright/test";
import { makeTicket } from "../support/make-ticket.ts";
import { call, logIn } from "../support/rest.ts";
import { expect, test } from "../support/stage.ts";
import { pill, readyForOffline } from "../support/ticket-page.ts";

const inHandToo = { tag: ["@phone"] };

const row = (page: Page, title: string, place: Page | Locator = page): Locator =>
  place.getByRole("article").filter({ has: page.getByRole("link", { name: title }) });

test("work begins in the cellar, from My work", inHandToo, async ({ server, signedIn }) => {
  const id = await makeTicket(server.url, {
    title: "Cellar door portraits",
    status: "approved",
    assignee: "creative-3",
  });
  const { context, page } = await signedIn("creative-3");
  await readyForOffline(page);
  await expect(page.getByText("Cellar door portraits").first()).toBeVisible();
  await expect(pill(page)).toHaveText(/Saved/);
  await page.waitForTimeout(1000);

  await context.setOffline(true);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/yours to do|overdue|Shooting until/);
  await expect(page.getByRole("region", { name: "My tasks" }).getByRole("article").first()).toBeVisible();
  await page.getByRole("link", { name: "All my work", exact: true }).click();
  await expect(page).toHaveURL(/\/work$/);
  const mine = row(page, "Cellar door portraits");
  await mine.getByRole("button", { name: "Start" }).click();
  await expect(mine.getByText("In Progress · waiting to sync")).toBeVisible();
  await expect(mine.getByRole("button", { name: "Mark complete" })).toBeVisible();
  await expect(row(page, "Cellar door portraits", page.getByRole("region", { name: "Today" }))).toBeVisible();

  await context.setOffline(false);
  await expect(pill(page)).toHaveText(/Saved/, { timeout: 20_000 });
  await expect(mine.getByText("In Progress", { exact: true })).toBeVisible();
  const account = await logIn(server.url, "creative-head");
  expect((await call<{ status: string }>(server.url, account, "GET", `/tickets/${id}/`)).body.status).toBe(
    "in_progress",
  );
});

test("an approver decides in the row, and says why where it is needed", inHandToo, async ({ server, signedIn }) => {
  await makeTicket(server.url, { title: "Terrace menu boards", status: "requested" });
  const { page } = await signedIn("marketing-head");
  await page.goto("/tickets?status=requested");
  await expect(page.getByText("Terrace menu boards").first()).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/for your approval/);
  const waiting = page.getByRole("region", { name: /Needs your approval/ });
  await expect(waiting.getByRole("link", { name: "Review one by one" })).toHaveAttribute("href", "/approvals");
  const first = waiting.getByRole("article").first();
  const title = (await first.getByRole("link").textContent()) ?? "";
  await first.getByRole("button", { name: "Approve" }).click();
  await expect(row(page, title, waiting)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Sync status" })).toHaveText(/Saved/, { timeout: 20_000 });

  // A phone has room for one thing in a row.
  if (test.info().project.name === "phone") return;
  // The row that was second stands first now.
  const second = (await waiting.getByRole("article").first().getByRole("link").textContent()) ?? "";
  const refused = row(page, second, waiting);
  await refused.getByRole("button", { name: "Reject" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Which terrace?");
  await dialog.getByRole("button", { name: "Reject" }).click();
  await expect(refused).toHaveCount(0);
});

test("eight numbers lead into the list, and every figure is a table too", inHandToo, async ({ signedIn }) => {
  const { page } = await signedIn("creative-head");
  await page.goto("/");
  const numbers = page.getByRole("navigation", { name: "Tickets by status" }).getByRole("link");
  await expect(numbers).toHaveCount(8);
  for (const [name, row] of [
    ["By status", /Creative Approval \d+/],
    ["Open, by priority", /Urgent \d+ \d+/],
    ["Created and completed", /\d+ \w+ \d+ \d+/],
  ] as const) {
    const figure = page.getByRole("region", { name });
    await expect(figure.getByRole("img")).toBeVisible();
    await figure.getByRole("button", { name: "Table" }).click();
    await expect(figure.getByRole("row", { name: row }).first()).toBeVisible();
    await expect(figure.getByRole("img")).toHaveCount(0);
  }
  await numbers.filter({ hasText: "In Progress" }).click();
  await expect(page).toHaveURL(/\/tickets\?status=in_progress$/);
});
