/** Two minutes between meetings: a manager approves ten tickets with one thumb, and takes one decision back. */
import type { Page } from "@playwright/test";
import { makeTicket } from "../support/make-ticket.ts";
import { picture } from "../support/picture.ts";
import { listTickets, logIn } from "../support/rest.ts";
import { expect, test } from "../support/stage.ts";
import { pill, readyForOffline } from "../support/ticket-page.ts";
import { until } from "../support/wait.ts";

const queue = (page: Page) => page.getByRole("region", { name: "Approvals" });
const onTheTable = (page: Page) => queue(page).getByRole("heading", { level: 2 });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** A card that has just come up is read before it is decided. */
const approve = async (page: Page) => {
  await page.waitForTimeout(readMs);
  await press(page, "Approve");
};
const readMs = 450;

/** The demo workspace has approvals of its own: those are put off until this one comes up. */
const bringUp = async (page: Page, title: string) => {
  for (let turn = 0; turn < 40; turn++) {
    const shown = await onTheTable(page).innerText();
    if (shown === title) return;
    await press(page, "Later");
    await expect(onTheTable(page)).not.toHaveText(shown);
  }
  throw new Error(`${title} does not come up`);
};

const makeSeveral = async (url: string, name: string, count: number): Promise<string[]> => {
  const titles = Array.from({ length: count }, (_, i) => `${name} ${i + 1}`);
  for (const title of titles) await makeTicket(url, { title, status: "requested" });
  return titles;
};

const openQueue = async (page: Page, lastTitle: string) => {
  await expect(page.getByText(lastTitle).first()).toBeVisible();
  await page.goto("/approvals");
  await expect(onTheTable(page)).toBeVisible();
};

const statusOf = async (url: string, title: string) => {
  const found = await listTickets(url, await logIn(url, "marketing-head"), `&search=${encodeURIComponent(title)}`);
  return found.find((ticket) => ticket.title === title)?.status;
};

test("ten with one thumb, one taken back, three of them offline", {
  tag: ["@phone", "@tablet"],
}, async ({ server, signedIn }) => {
  test.setTimeout(120_000);
  const titles = await makeSeveral(server.url, "Thumb", 10);
  const { page, context } = await signedIn("marketing-head");
  await readyForOffline(page);
  await openQueue(page, "Thumb 10");

  for (const [i, title] of titles.entries()) {
    if (i === 7) await context.setOffline(true);
    await bringUp(page, title);
    await approve(page);
    // The next card comes at once, with the way back above the thumb.
    await expect(onTheTable(page)).not.toHaveText(title);
    await expect(page.getByText("Approved · waiting to sync")).toBeVisible();
    if (i === 8) await picture(page, "approve-ten-with-one-thumb");
    if (title !== "Thumb 5") continue;
    await press(page, "Undo");
    await expect(onTheTable(page)).toHaveText(title);
    await press(page, "Later");
  }
  await expect(pill(page)).toHaveText(/Offline · \d waiting|Offline · \d changes waiting/, { timeout: 20_000 });
  // The way back ends by itself.
  await expect(page.getByRole("button", { name: "Undo" })).toBeHidden({ timeout: 12_000 });

  await context.setOffline(false);
  for (const title of titles.filter((one) => one !== "Thumb 5")) {
    await until(async () => (await statusOf(server.url, title)) === "pending_creative", 20_000);
  }
  expect(await statusOf(server.url, "Thumb 5")).toBe("requested");
});

test("a decision outlives the page it was made on", { tag: ["@phone"] }, async ({ server, signedIn }) => {
  await makeSeveral(server.url, "Closed", 1);
  const { page, context } = await signedIn("marketing-head");
  await openQueue(page, "Closed 1");
  await bringUp(page, "Closed 1");
  await approve(page);
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.close();
  await (await context.newPage()).goto("/");
  await until(async () => (await statusOf(server.url, "Closed 1")) === "pending_creative", 20_000);
});

test("a rejection says why; common reasons are at hand", async ({ server, signedIn }) => {
  await makeSeveral(server.url, "Refused", 1);
  const { page } = await signedIn("marketing-head");
  await openQueue(page, "Refused 1");
  await bringUp(page, "Refused 1");
  await press(page, "Reject");
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "Wrong format" }).click();
  await expect(sheet.getByLabel("Reason")).toHaveValue("Wrong format: ");
  await sheet.getByLabel("Reason").fill("Wrong format: stories are 9:16.");
  await sheet.getByRole("button", { name: "Reject" }).click();
  await expect(page.getByText("Rejected · waiting to sync")).toBeVisible();
  // Whoever leaves the page has decided.
  await page.goto("/tickets");
  await until(async () => (await statusOf(server.url, "Refused 1")) === "rejected", 20_000);
});

test("by keyboard; the last approval asks who takes it on", async ({ server, signedIn }) => {
  for (const title of ["Unnamed", "Keys"]) await makeTicket(server.url, { title, status: "pending_creative" });
  const { page } = await signedIn("creative-head");
  await openQueue(page, "Keys");
  const list = page.getByRole("list", { name: "Waiting for you" });

  // Nobody is suggested, so the last approval asks who takes it on.
  await list.getByRole("button", { name: /^Keys/ }).click();
  await expect(onTheTable(page)).toHaveText("Keys");
  await page.keyboard.press("a");
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Assignee").selectOption({ label: "creative-2" });
  await sheet.getByRole("button", { name: "Approve" }).click();
  await expect(list.getByRole("button", { name: /^Keys/ })).toBeHidden();
  await page.keyboard.press("z");
  await expect(onTheTable(page)).toHaveText("Keys");
  await page.keyboard.press("k");
  await expect(onTheTable(page)).not.toHaveText("Keys");

  await list.getByRole("checkbox", { name: "Select Unnamed" }).check();
  await press(page, "Approve 1");
  await expect(queue(page).getByRole("listitem").filter({ hasText: "Unnamed" })).toContainText(
    "choose who takes it on first",
  );
});

test("several at once, with a result each", async ({ server, signedIn }) => {
  const titles = await makeSeveral(server.url, "Bulk", 3);
  const { page } = await signedIn("marketing-head");
  await openQueue(page, "Bulk 3");
  for (const title of titles) await page.getByRole("checkbox", { name: `Select ${title}` }).check();
  await press(page, "Approve 3");
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  for (const title of titles)
    await expect(queue(page).getByRole("listitem").filter({ hasText: title })).toContainText(/waiting to sync/);
  await expect(queue(page).getByRole("listitem").filter({ hasText: "Bulk 2" })).toContainText("Creative Approval", {
    timeout: 20_000,
  });
  for (const title of titles) expect(await statusOf(server.url, title)).toBe("pending_creative");
});
