/** A day at a desk without a mouse: everything is reached, everything that has the focus shows it, and it never gets lost. */
import type { Page } from "@playwright/test";
import { expectVisibleFocus, tabTo } from "../support/by-keyboard.ts";
import { makeTicket } from "../support/make-ticket.ts";
import { expect, test } from "../support/stage.ts";

/** By the palette: a few words and Enter. */
const find = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search or type a command" })).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole("option", { selected: true })).toContainText(words);
  await page.keyboard.press("Enter");
};

const heading = (page: Page, title: string) => page.getByRole("heading", { level: 1, name: title });

test("creates, finds, approves, rejects and comments", async ({ server, signedIn }) => {
  test.setTimeout(120_000);
  await makeTicket(server.url, { title: "Yes to this one", status: "pending_creative" });
  await makeTicket(server.url, { title: "No to that one", status: "pending_creative" });
  const { page } = await signedIn("creative-head");

  await page.keyboard.press("c");
  await expect(heading(page, "New ticket")).toBeFocused();
  await tabTo(page, page.getByRole("combobox", { name: "Request type" }));
  await page.keyboard.type("Social");
  await tabTo(page, page.getByRole("textbox", { name: "Title" }));
  await page.keyboard.type("Made by keys alone");
  await tabTo(page, page.getByRole("textbox", { name: "Description" }));
  await page.keyboard.type("No mouse was here.");
  await tabTo(page, page.getByRole("combobox", { name: "File format" }));
  await page.keyboard.type("Still");
  await page.keyboard.press("Control+Enter");
  await expect(heading(page, "Made by keys alone")).toBeFocused();
  await expect(page).toHaveTitle(/Made by keys alone/);

  await find(page, "Yes to this one");
  await expect(heading(page, "Yes to this one")).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press("a");
  await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await page.keyboard.press("m");
  await expect(page.getByRole("textbox", { name: "Comment" })).toBeFocused();
  await page.keyboard.type("Approved from the keyboard, and c and r typed here do nothing");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: "Comments" })).toContainText("do nothing");

  await find(page, "No to that one");
  await expect(heading(page, "No to that one")).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Reject" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("textbox", { name: "Reason" }));
  await page.keyboard.type("Asked twice");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Reject" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText("Rejected").first()).toBeVisible();
  await expectVisibleFocus(page);
});

test("goes through the list and comes back to where it was", async ({ server, signedIn }) => {
  await makeTicket(server.url, { title: "Started by a letter", status: "approved", assignee: "creative-1" });
  const { page } = await signedIn("creative-1");
  const rows = page.getByRole("region", { name: "Tickets" }).getByRole("link", { name: /\w/ });
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  for (const key of ["j", "j", "j", "k"]) {
    await page.keyboard.press(key);
    await expectVisibleFocus(page);
  }
  const title = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
  await page.keyboard.press("Enter");
  await expect(heading(page, title)).toBeFocused();
  await page.keyboard.press("u");
  await expect(rows.filter({ hasText: title }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page, title)).toBeFocused();
  await page.goBack();
  await expect(rows.filter({ hasText: title }).first()).toBeFocused();

  await find(page, "Started by a letter");
  await expect(heading(page, "Started by a letter")).toBeFocused();
  await page.keyboard.press("s");
  await expect(page.getByRole("button", { name: "Mark complete" }).first()).toBeVisible();
});

test("shows the keys, and switches the letters off", async ({ signedIn }) => {
  const { page } = await signedIn("creative-1");
  await page.keyboard.press("?");
  const overview = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(overview).toContainText("Write a comment");
  await tabTo(page, overview.getByRole("radio", { name: "On" }));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await expect(overview).toHaveCount(0);
  await page.keyboard.press("c");
  await page.keyboard.press("?");
  await page.waitForTimeout(300);
  expect(new URL(page.url()).pathname).toBe("/tickets");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search or type a command" })).toBeFocused();
  // The way back closes what lies over the page, not the page.
  await page.keyboard.type("Settings");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Settings")).toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  // The browser has gone back already, and is sent here again.
  await expect(page).toHaveURL(/\/settings$/);
});

test("skips to the content, and gets back a deleted comment", async ({ server, signedIn }) => {
  const ticket = await makeTicket(server.url, { title: "Talked about", status: "requested" });
  const { page } = await signedIn("marketing-1");
  await page.goto(`/tickets/${ticket}`);
  await expect(heading(page, "Talked about")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Talked about")).toBeFocused();

  await page.keyboard.press("m");
  await page.keyboard.type("Hasty words");
  await page.keyboard.press("Control+Enter");
  const said = page.getByRole("region", { name: "Comments" });
  await expect(said.getByText("Hasty words")).toBeVisible();
  await said.getByRole("button", { name: "Delete" }).focus();
  await page.keyboard.press("Enter");
  await expect(said.getByText("Hasty words")).toHaveCount(0);
  await expect(said.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(said.getByText("Hasty words")).toBeVisible();
  await said.getByRole("button", { name: "Delete" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForTimeout(9000);
  await expect(said.getByText("Hasty words")).toHaveCount(0);
  await page.reload();
  await expect(heading(page, "Talked about")).toBeVisible();
  await expect(said.getByText("Hasty words")).toHaveCount(0);
});

test("a ticket that is gone or somebody else's reads the same", async ({ signedIn }) => {
  const { page } = await signedIn("sales-1");
  await page.goto("/tickets/0190a000-0000-7000-8000-00000000ffff");
  await expect(heading(page, "There is no such ticket for you")).toBeVisible();
});
