/** You approved what you saw: a brief that changed before an offline approval arrived is held, and says what differs. */

import { makeTicket } from "../support/make-ticket.ts";
import { picture } from "../support/picture.ts";
import { listTickets, logIn } from "../support/rest.ts";
import { expect, test } from "../support/stage.ts";
import { act, caretAtEndOf, openTicket, pill, readyForOffline } from "../support/ticket-page.ts";
import { until } from "../support/wait.ts";

test("a held approval: what differs, and one tap for what is there now", {
  tag: ["@phone", "@tablet"],
}, async ({ server, signedIn }) => {
  test.setTimeout(90_000);
  const ticket = await makeTicket(server.url, {
    title: "Orange drink launch",
    description: "One film, three cuts.\nEnd on the pour.",
    status: "requested",
  });
  const approver = await signedIn("marketing-head");
  await readyForOffline(approver.page);
  await openTicket(approver.page, ticket);
  await expect(approver.page.getByRole("button", { name: "Approve" }).first()).toBeVisible();
  await approver.context.setOffline(true);
  await act(approver.page, "Approve");
  await expect(approver.page.getByText(/waiting to sync/).first()).toBeVisible();

  const requester = await signedIn("marketing-1");
  await openTicket(requester.page, ticket);
  await caretAtEndOf(requester.page, "End on the pour.");
  await requester.page.keyboard.type(" Leave the top fifth free.");
  await requester.page.getByRole("button", { name: "Edit the facts" }).click();
  await requester.page.getByLabel("Quantity").fill("6");
  await requester.page.getByRole("button", { name: "Done" }).click();
  await expect(pill(requester.page)).toHaveText("Saved");

  await approver.context.setOffline(false);
  const held = approver.page.getByRole("region", { name: "Held, the brief changed" });
  await expect(held).toContainText("You approved it as it stood", { timeout: 20_000 });
  await expect(held.locator("del", { hasText: "1" })).toBeVisible();
  await expect(held.locator("ins", { hasText: "6" })).toBeVisible();
  await expect(held.locator("ins", { hasText: "Leave the top fifth free." })).toBeVisible();

  await picture(approver.page, "held-because-the-brief-changed");
  await held.getByRole("button", { name: "Approve what is there now" }).click();
  await expect(held).toBeHidden();
  const head = await logIn(server.url, "marketing-head");
  await until(async () => {
    const found = (await listTickets(server.url, head, "&search=Orange")).find(({ id }) => id === ticket);
    return found?.status === "pending_creative";
  }, 20_000);
});

test("what changed since one looked stands on the ticket until one leaves it", {
  tag: ["@phone"],
}, async ({ server, signedIn }) => {
  const ticket = await makeTicket(server.url, {
    title: "Looked at twice",
    description: "End on the pour.",
    status: "requested",
  });
  const { page } = await signedIn("marketing-head");
  await openTicket(page, ticket);
  await expect(page.getByText("End on the pour.")).toBeVisible();
  await page.waitForTimeout(lookedAtAfterMs);
  await page.goto("/tickets");

  const requester = await signedIn("marketing-1");
  await openTicket(requester.page, ticket);
  await caretAtEndOf(requester.page, "End on the pour.");
  await requester.page.keyboard.type(" Slowly.");
  await requester.page.getByRole("textbox", { name: "Comment" }).fill("See the last line.");
  await requester.page.getByRole("button", { name: "Send" }).click();
  await expect(pill(requester.page)).toHaveText("Saved");

  await openTicket(page, ticket);
  const news = page.getByRole("region", { name: "What changed since you looked" });
  await expect(news).toContainText("2 changes since you looked");
  await expect(news.locator("ins")).toContainText("Slowly.");
  await expect(news).toContainText("1 new comment");
  await expect(page.getByText("New since you looked")).toBeVisible();
  await page.waitForTimeout(lookedAtAfterMs);
  await expect(news).toBeVisible();
  await page.reload();
  await expect(page.getByText("See the last line.")).toBeVisible();
  await expect(news).toBeHidden();
});

/** A little more than it takes for a ticket on the screen to count as looked at. */
const lookedAtAfterMs = 1_500;
