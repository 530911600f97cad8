/** [I7] A manager approves in the lift; somebody was faster. They read who, when and why. */

import { makeTicket } from "../support/make-ticket.ts";
import { call, logIn } from "../support/rest.ts";
import { expect, test } from "../support/stage.ts";
import { act, openTicket, pill, readyForOffline } from "../support/ticket-page.ts";

test("an offline approval that comes too late", { tag: ["@phone"] }, async ({ server, signedIn }) => {
  const ticket = await makeTicket(server.url, { title: "Two opinions", status: "pending_creative" });
  const { context, page } = await signedIn("creative-head");
  await readyForOffline(page);
  await openTicket(page, ticket);
  await expect(page.getByRole("button", { name: "Approve" }).first()).toBeVisible();
  await context.setOffline(true);
  await act(page, "Approve");
  await expect(page.getByText(/waiting to sync/).first()).toBeVisible();

  const admin = await logIn(server.url, "admin");
  const rejected = await call(server.url, admin, "POST", `/tickets/${ticket}/reject/`, {
    reason: "Asked twice already",
  });
  expect(rejected.status).toBe(200);

  await context.setOffline(false);
  await expect(pill(page)).toHaveText(/Needs attention · 1/, { timeout: 20_000 });
  await pill(page).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText("Two opinions");
  await expect(sheet).toContainText(/admin rejected (this|it).*\d\d:\d\d/);
  await expect(sheet).toContainText("before your");
});
