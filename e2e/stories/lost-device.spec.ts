/** [T34] A device that is not in its owner's hands: it forgets when told to, and locks itself when it hears nothing. */
import { makeTicket } from "../support/make-ticket.ts";
import { call, logIn } from "../support/rest.ts";
import { expect, test } from "../support/stage.ts";
import { openTicket, pill, readyForOffline } from "../support/ticket-page.ts";

test("a session ended from elsewhere takes everything off the device", async ({ server, signedIn }) => {
  const { page } = await signedIn("sales-1");
  await readyForOffline(page);
  await expect(pill(page)).toHaveText(/Saved/);
  const elsewhere = await logIn(server.url, "sales-1");
  expect((await call(server.url, elsewhere, "DELETE", "/auth/sessions/", {})).status).toBe(204);

  await expect(page.getByText("You were signed out here from another device", { exact: false })).toBeVisible({
    timeout: 30_000,
  });
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("sales-1");
});

test("out of touch for two weeks it shows nothing, and everything once it has reached the server", async ({
  server,
  signedIn,
}) => {
  const ticket = await makeTicket(server.url, {
    title: "Not for finders",
    status: "in_progress",
    assignee: "creative-2",
  });
  const { context, page } = await signedIn("creative-2");
  await readyForOffline(page);
  await openTicket(page, ticket);
  await expect(page.getByText("Not for finders").first()).toBeVisible();
  await expect(pill(page)).toHaveText(/Saved/);
  await context.setOffline(true);
  await page.clock.install({ time: Date.now() + 15 * 24 * 60 * 60_000 });
  await page.reload();
  await expect(page.getByText("This device has been out of touch for two weeks")).toBeVisible();
  await expect(page.getByText("Not for finders")).toHaveCount(0);

  await context.setOffline(false);
  await page.clock.runFor(60_000);
  await expect(page.getByText("Not for finders").first()).toBeVisible({ timeout: 30_000 });
});
