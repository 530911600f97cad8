/** [I6] A creative works a whole ticket without a network, closes the app in between, and everything arrives once. */
import type { TicketId } from "../../shared/ids.ts";
import { makeTicket } from "../support/make-ticket.ts";
import { picture } from "../support/picture.ts";
import { call, logIn } from "../support/rest.ts";
import { expect, test } from "../support/stage.ts";
import { act, comment, description, openTicket, pill, readyForOffline, writeAtEnd } from "../support/ticket-page.ts";

test("a day in the cellar", { tag: ["@phone", "@tablet"] }, async ({ server, signedIn }) => {
  const work = await makeTicket(server.url, { title: "Cellar packshots", status: "approved", assignee: "creative-1" });
  const brief = await makeTicket(server.url, { title: "Shared brief", description: "First line", status: "approved" });
  const { context, page } = await signedIn("creative-1");
  await readyForOffline(page);
  // Both are on the device once its list shows them and their pages have been downloaded.
  await expect(page.getByText("Cellar packshots").first()).toBeVisible();
  await expect(pill(page)).toHaveText(/Saved/);
  await page.waitForTimeout(1000);

  await context.setOffline(true);
  await page.close();
  const offline = await context.newPage();
  await openTicket(offline, brief);
  await expect(description(offline)).toContainText("First line");
  await writeAtEnd(offline, " and what the cellar taught us");
  await expect(pill(offline)).toHaveText(/Offline · \d+ (change|waiting)/);

  await openTicket(offline, work);
  await comment(offline, "Down here now, no bars");
  await act(offline, "Start");
  await expect(offline.getByRole("button", { name: "Mark complete" }).first()).toBeVisible();
  await offline.getByRole("textbox", { name: "Comment" }).fill("The second bottle is");
  await offline.close();
  const reopened = await context.newPage();
  await openTicket(reopened, work);
  await expect(reopened.getByText("Down here now, no bars")).toBeVisible();
  await picture(reopened, "a-day-in-the-cellar");
  // Half a sentence that was not sent is still in its box, and nowhere else.
  await expect(reopened.getByRole("textbox", { name: "Comment" })).toHaveValue("The second bottle is");
  await act(reopened, "Mark complete");

  await reopened.goto("/tickets/new");
  await reopened.getByRole("combobox", { name: "Request type" }).selectOption("socmed_posting");
  await reopened.getByRole("textbox", { name: "Title" }).fill("Reshoot of bottle three");
  await reopened.getByRole("combobox", { name: "File format" }).selectOption("still");
  await reopened.getByRole("button", { name: "Create ticket" }).click();
  await expect(reopened.getByText("Reshoot of bottle three").first()).toBeVisible();

  await context.setOffline(false);
  await expect(pill(reopened)).toHaveText(/Saved/, { timeout: 20_000 });

  const account = await logIn(server.url, "creative-head");
  const read = async (id: TicketId) =>
    (await call<{ status: string; description: string }>(server.url, account, "GET", `/tickets/${id}/`)).body;
  expect((await read(work)).status).toBe("completed");
  expect((await read(brief)).description).toBe("First line and what the cellar taught us");
  const comments = await call<{ results: { body: string }[] }>(
    server.url,
    account,
    "GET",
    `/tickets/${work}/comments/`,
  );
  expect(comments.body.results.filter(({ body }) => body === "Down here now, no bars")).toHaveLength(1);
  const found = await call<{ results: { title: string; status: string }[] }>(
    server.url,
    account,
    "GET",
    "/tickets/?search=reshoot",
  );
  expect(found.body.results.map(({ title, status }) => [title, status])).toEqual([
    ["Reshoot of bottle three", "pending_creative"],
  ]);
});
