/** A name is called with an @: offered from this device, by keyboard or tap, and only to those who may read the ticket. */
import { makeTicket } from "../support/make-ticket.ts";
import { expect, test } from "../support/stage.ts";
import { openTicket, readyForOffline } from "../support/ticket-page.ts";
import { violations } from "../support/violations.ts";

test("somebody is mentioned without a network", { tag: "@phone" }, async ({ server, signedIn }, { project }) => {
  const ticket = await makeTicket(server.url, { title: "Called", status: "in_progress", assignee: "creative-1" });
  const { context, page } = await signedIn("creative-1");
  await readyForOffline(page);
  await openTicket(page, ticket);
  const field = page.getByRole("textbox", { name: "Comment" });
  await expect(field).toBeVisible();
  await context.setOffline(true);
  await field.click();
  await page.keyboard.type("Light is gone, @head");
  const offered = page.getByRole("listbox", { name: "People to mention" }).getByRole("option");
  // Not sales-head, who may not read it.
  await expect(offered).toHaveText([/creative-head/, /marketing-head/]);
  expect(await violations(page)).toEqual([]);
  if (project.name === "phone") {
    await offered.nth(1).tap();
  } else {
    await page.keyboard.press("ArrowDown");
    await expect(offered.nth(1)).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
  }
  await expect(field).toHaveValue("Light is gone, @marketing-head ");
  await expect(field).toBeFocused();
  await page.keyboard.type("we go on tomorrow.");
  await page.getByRole("button", { name: "Send" }).click();
  const said = page.getByRole("region", { name: "Comments" }).getByText("@marketing-head");
  await expect(said).toHaveClass(/mention/);
});
