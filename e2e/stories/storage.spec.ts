/** [G18] The device's storage is full, taken away, or damaged: the app starts, says so, and loses nothing else. */
import type { Page } from "@playwright/test";
import { deviceRows } from "../support/device-rows.ts";
import { makeTicket } from "../support/make-ticket.ts";
import { call, logIn } from "../support/rest.ts";
import { expect, test } from "../support/stage.ts";
import { description, openTicket, pill, readyForOffline, writeAtEnd } from "../support/ticket-page.ts";

const wanted = { description: "Begin.", status: "in_progress", assignee: "creative-1" } as const;

const much = " and more".repeat(8_000);

test("full: what is typed stays on the screen, leaving is asked about, and it is sent once there is room", async ({
  server,
  signedIn,
}) => {
  test.setTimeout(180_000);
  const ticket = await makeTicket(server.url, { ...wanted, title: "No room" });
  const { context, page } = await signedIn("creative-1");
  await openTicket(page, ticket);
  await expect(pill(page)).toHaveText(/Saved/);
  const devtools = await context.newCDPSession(page);
  const quota = (quotaSize?: number) =>
    devtools.send("Storage.overrideQuotaForOrigin", { origin: server.url, quotaSize });
  await quota(1_000_000);
  await fillStorage(page);
  // Chromium trusts for half a minute that there is as much room as it last saw.
  await page.waitForTimeout(31_000);
  await writeAtEnd(page, " More");
  await page.keyboard.insertText(much);
  await expect(pill(page)).toHaveText(/Needs attention/, { timeout: 20_000 });
  await pill(page).click();
  await expect(page.getByText("This device has no room left", { exact: false })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(description(page)).toContainText("Begin. More and more");
  const question = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  expect((await question).type()).toBe("beforeunload");
  await (await question).dismiss();

  await emptyStorage(page);
  await quota();
  await expect(pill(page)).toHaveText(/Saved/, { timeout: 60_000 });
  const account = await logIn(server.url, "creative-head");
  const { body } = await call<{ description: string }>(server.url, account, "GET", `/tickets/${ticket}/`);
  expect(body.description).toBe(`Begin. More${much}`);
});

test("taken away: it is said, and everything is downloaded again", async ({ server, signedIn }) => {
  const ticket = await makeTicket(server.url, { ...wanted, title: "Here again" });
  const { context, page } = await signedIn("creative-1");
  await readyForOffline(page);
  await openTicket(page, ticket);
  await expect(pill(page)).toHaveText(/Saved/);
  await page.goto("about:blank");
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.clearDataForOrigin", { origin: server.url, storageTypes: "indexeddb" });

  await openTicket(page, ticket);
  await expect(page.getByText("The browser had removed what was on this device", { exact: false })).toBeVisible();
  await expect(description(page)).toContainText("Begin.");
  await page.goto("/tickets");
  await expect(page.getByText("Here again").first()).toBeVisible();
});

test("damaged: one row of each kind costs nothing but itself", async ({ server, signedIn }) => {
  const ticket = await makeTicket(server.url, { ...wanted, title: "Damaged copy" });
  const whole = await makeTicket(server.url, { ...wanted, title: "Whole copy" });
  const { context, page } = await signedIn("creative-1");
  await readyForOffline(page);
  await openTicket(page, whole);
  await expect(pill(page)).toHaveText(/Saved/);
  await expect.poll(() => isStored(page, ticket), { timeout: 20_000 }).toBe(true);
  await context.setOffline(true);
  await page.reload();
  await writeAtEnd(page, " Not sent yet.");
  await expect(pill(page)).toHaveText(/Offline · 1 change waiting/);
  await page.reload();
  await expect(pill(page)).toHaveText(/Offline · 1 change waiting/);
  await page.goto("/offline-page-of-nobody");
  await page.evaluate(damage, ticket);

  await openTicket(page, whole);
  await expect(description(page)).toContainText("Begin. Not sent yet.");
  await context.setOffline(false);
  await openTicket(page, ticket);
  await expect(description(page)).toContainText("Begin.", { timeout: 20_000 });
  await page.goto("/tickets");
  await expect(page.getByText("Damaged copy").first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("Whole copy").first()).toBeVisible();
  const account = await logIn(server.url, "creative-head");
  const read = () => call<{ description: string }>(server.url, account, "GET", `/tickets/${whole}/`);
  await expect.poll(async () => (await read()).body.description, { timeout: 20_000 }).toBe("Begin. Not sent yet.");
});

/** Takes all the room there is. */
const fillStorage = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const cache = await caches.open("filler");
    for (let size = 1_000_000, n = 0; size >= 1; size = Math.floor(size / 4)) {
      for (let fits = true; fits; n++) {
        fits = await cache.put(`/filler-${n}`, new Response(new Uint8Array(size))).then(
          () => true,
          () => false,
        );
      }
    }
  });

const emptyStorage = (page: Page): Promise<boolean> => page.evaluate(() => caches.delete("filler"));

const isStored = async (page: Page, id: string): Promise<boolean> =>
  (await deviceRows(page, "documents")).some(({ ticketId }) => ticketId === id);

/** The ticket's bytes and list row become nonsense, and so does one row of the outbox that belongs to nothing. */
const damage = async (id: string): Promise<void> => {
  const name = (await indexedDB.databases()).find((one) => /^slate-[0-9a-f-]{36}$/.test(one.name ?? ""))?.name ?? "";
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open(name));
  const stores = db.transaction(["documents", "summaries", "outbox"], "readwrite");
  const row = await done(stores.objectStore("documents").get(id));
  stores.objectStore("documents").put({ ...row, bytes: new Uint8Array([255, 255, 255, 255, 7]) });
  stores.objectStore("summaries").put({ id, seq: "x", summary: {} });
  stores.objectStore("outbox").put({ n: 9_999, ticketId: id });
  await new Promise((resolve) => {
    stores.oncomplete = resolve;
  });
  db.close();
};
