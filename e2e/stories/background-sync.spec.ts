/** [G16] The app is closed with changes waiting; when the network is back the browser has them sent, with no window open. */
import { makeTicket } from "../support/make-ticket.ts";
import { call, logIn } from "../support/rest.ts";
import { expect, test } from "../support/stage.ts";
import { comment, openTicket, pill, readyForOffline, writeAtEnd } from "../support/ticket-page.ts";
import { until } from "../support/wait.ts";

test("what waits is sent after the app was closed", async ({ server, signedIn }) => {
  test.setTimeout(120_000);
  const ticket = await makeTicket(server.url, {
    title: "Closed too early",
    description: "Before.",
    status: "in_progress",
    assignee: "creative-1",
  });
  const { context, page } = await signedIn("creative-1");
  await readyForOffline(page);
  await openTicket(page, ticket);
  await expect(page.getByText("Before.")).toBeVisible();
  await expect(pill(page)).toHaveText(/Saved/);

  await server.kill("SIGKILL");
  await expect(pill(page)).toHaveText(/Offline/, { timeout: 20_000 });
  await writeAtEnd(page, " And after.");
  await comment(page, "Sent from nowhere");
  await expect(pill(page)).toHaveText(/Offline · 2 changes waiting/);
  // A window of another site, so that the browser itself stays open.
  const elsewhere = await context.newPage();
  await page.close();
  await server.start();

  const devtools = await context.newCDPSession(elsewhere);
  const registrations: string[] = [];
  devtools.on("ServiceWorker.workerRegistrationUpdated", (event) => {
    for (const { registrationId, scopeURL } of event.registrations) {
      if (scopeURL.startsWith(server.url)) registrations.push(registrationId);
    }
  });
  await devtools.send("ServiceWorker.enable");
  await until(() => registrations.length > 0, 5_000);
  await devtools.send("ServiceWorker.dispatchSyncEvent", {
    origin: server.url,
    registrationId: registrations[0] ?? "",
    tag: "slate-outbox",
    lastChance: false,
  });

  const account = await logIn(server.url, "creative-head");
  const read = () => call<{ description: string }>(server.url, account, "GET", `/tickets/${ticket}/`);
  await expect.poll(async () => (await read()).body.description, { timeout: 20_000 }).toBe("Before. And after.");
  const { body } = await call<{ results: { body: string }[] }>(
    server.url,
    account,
    "GET",
    `/tickets/${ticket}/comments/`,
  );
  expect(body.results.filter(({ body: said }) => said === "Sent from nowhere")).toHaveLength(1);
  expect(context.pages().filter((open) => open.url().startsWith(server.url))).toHaveLength(0);

  const back = await context.newPage();
  await openTicket(back, ticket);
  await expect(pill(back)).toHaveText(/Saved/, { timeout: 20_000 });
});
