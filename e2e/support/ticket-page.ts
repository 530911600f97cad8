/** A ticket's page as a person uses it, by accessible names only. */
import { expect, type Locator, type Page } from "@playwright/test";
import type { TicketId } from "../../shared/ids.ts";

export const openTicket = (page: Page, id: TicketId) => page.goto(`/tickets/${id}`);

export const description = (page: Page): Locator => page.getByRole("textbox", { name: "Description" });

export const writeAtEnd = async (page: Page, text: string): Promise<void> => {
  await description(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
};

/**
 * Clicks at the end of a line of the description, and looks where the caret is, as a person does: on a busy machine the
 * editor, when it gains the focus, may put the caret back to where it was.
 */
export const caretAtEndOf = async (page: Page, line: string): Promise<void> => {
  const text = description(page).getByText(line);
  await expect(async () => {
    await text.click();
    await page.keyboard.press("End");
    await page.waitForTimeout(settlesWithinMs);
    expect(await text.evaluate((element) => element.contains(document.getSelection()?.anchorNode ?? null))).toBe(true);
  }).toPass();
};

const settlesWithinMs = 100;

export const comment = async (page: Page, text: string): Promise<void> => {
  await page.getByRole("textbox", { name: "Comment" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
};

export const act = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).first().click();

export const pill = (page: Page): Locator => page.getByRole("button", { name: "Sync status" });

/** Opens without a network from now on: the app and its worker are on the device. */
export const readyForOffline = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
};
