/** Tickets are found by any word on the device, and what was asked stays in the address, with or without a network. */
import type { Page } from "@playwright/test";
import { makeTicket } from "../support/make-ticket.ts";
import { picture } from "../support/picture.ts";
import { call, logIn } from "../support/rest.ts";
import { expect, test } from "../support/stage.ts";
import { pill, readyForOffline } from "../support/ticket-page.ts";

const tickets = (page: Page) => page.getByRole("region", { name: "Tickets" });
const titles = (page: Page) => tickets(page).locator("[data-ticket]");
const search = (page: Page) => page.getByRole("searchbox", { name: "Search" });

test("a word that only a description or a comment holds", { tag: ["@phone", "@tablet"] }, async ({
  server,
  signedIn,
}) => {
  const kiosk = await makeTicket(server.url, {
    title: "Kiosk posters",
    description: "Keep the Zeppelín above the horizon.",
    status: "in_progress",
  });
  const comment = { body: "The xylophone player has a cold." };
  await call(server.url, await logIn(server.url, "marketing-1"), "POST", `/tickets/${kiosk}/comments/`, comment);
  const { page, context } = await signedIn("creative-1");
  await readyForOffline(page);
  await search(page).fill("xylo");
  await expect(titles(page)).toHaveText(["Kiosk posters"]);
  await expect(pill(page)).toHaveText(/Saved/);
  await expect(page).toHaveURL(/\?q=xylo$/);

  await context.setOffline(true);
  await page.reload();
  // Both the question and its answer are still there.
  await expect(search(page)).toHaveValue("xylo");
  await expect(titles(page)).toHaveText(["Kiosk posters"]);
  await search(page).fill("above zeppelin");
  await expect(titles(page)).toHaveText(["Kiosk posters"]);
  await search(page).fill("kiosk po");
  await expect(tickets(page).locator("mark")).toHaveText(["Kiosk", "po"]);
  await picture(page, "any-word-without-a-network");
  await search(page).fill("nothing is called this");
  await expect(page.getByRole("heading", { name: "No ticket matches" })).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(titles(page).nth(1)).toBeVisible();
});

test("filters and order stay in the address", { tag: "@phone" }, async ({ signedIn }, { project }) => {
  const { page, context } = await signedIn("creative-head");
  await readyForOffline(page);
  const isPhone = project.name === "phone";
  if (isPhone) {
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("combobox", { name: "Order" }).selectOption("Deadline");
    await page.getByRole("button", { name: "In Progress", exact: true }).click();
    await page.getByRole("button", { name: /^Show \d+ tickets$/ }).click();
  } else {
    await page.getByRole("columnheader", { name: "Deadline" }).getByRole("button").click();
    await expect(page.getByRole("columnheader", { name: "Deadline" })).toHaveAttribute("aria-sort", "ascending");
    await page.getByRole("group", { name: "Filters" }).getByRole("button", { name: "Status" }).click();
    await page.getByRole("checkbox", { name: "In Progress" }).check();
    await page.keyboard.press("Escape");
  }
  await expect(page).toHaveURL(/\?status=in_progress&sort=deadline$/);
  const asked = await titles(page).allTextContents();
  expect(asked.length).toBeGreaterThan(2);

  await context.setOffline(true);
  await page.reload();
  await expect(titles(page)).toHaveText(asked);
  await titles(page).nth(1).click();
  await expect(page).toHaveURL(/\/tickets\/[^/?]+\?status=in_progress&sort=deadline$/);
  await page.goBack();
  await expect(titles(page)).toHaveText(asked);
  await page.getByRole("button", { name: "Clear Status" }).click();
  await expect(page).toHaveURL(/\?sort=deadline$/);
  await page.goBack();
  await expect(titles(page)).toHaveText(asked);
});

test("by keyboard alone", async ({ signedIn }) => {
  const { page } = await signedIn("creative-head");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(titles(page).nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(titles(page).first()).toBeFocused();
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await page.keyboard.type("cold");
  await expect(tickets(page).locator("mark").first()).toHaveText(/cold/i);
  await page.keyboard.press("ArrowDown");
  await expect(titles(page).first()).toBeFocused();
  const second = (await titles(page).nth(1).textContent()) ?? "";
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tickets\/[^/?]+\?q=cold$/);
  await expect(tickets(page).locator('[aria-current="page"]')).toHaveText(second);
  await page.getByRole("button", { name: "Previous ticket" }).click();
  await expect(tickets(page).locator('[aria-current="page"]')).not.toHaveText(second);
  await page.getByRole("button", { name: "Next ticket" }).click();
  await expect(tickets(page).locator('[aria-current="page"]')).toHaveText(second);
});

test("so many are never all in the document", async ({ signedIn }) => {
  const { page } = await signedIn("creative-head");
  const total = Number(
    /\d+/.exec(
      (await page
        .getByRole("status")
        .getByText(/^\d+ tickets$/)
        .textContent()) ?? "",
    )?.[0],
  );
  expect(await titles(page).count()).toBeLessThanOrEqual(60);
  for (const layout of ["Cards", "Table"]) {
    await page.getByRole("button", { name: layout, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`as=${layout.toLowerCase()}`));
    expect(await titles(page).count()).toBeLessThanOrEqual(60);
  }
  await titles(page).first().focus();
  await page.keyboard.press("End");
  await expect(page.getByRole("row").last()).toHaveAttribute("aria-rowindex", String(total + 1));
});
