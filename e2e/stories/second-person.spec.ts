/** [T33] [T35] Two people use one browser, one after the other; nothing of the first is left for the second. */
import type { Page } from "@playwright/test";
import { makeTicket } from "../support/make-ticket.ts";
import { demoPassword } from "../support/rest.ts";
import { expect, signIn, test } from "../support/stage.ts";
import { openTicket, pill, readyForOffline, writeAtEnd } from "../support/ticket-page.ts";

const secret = "Wholly unlike anything else";

test("what the first had not sent is not thrown away without a word, and nothing of theirs stays", async ({
  server,
  signedIn,
}) => {
  test.setTimeout(120_000);
  const ticket = await makeTicket(server.url, {
    title: secret,
    description: "Start.",
    status: "in_progress",
    assignee: "creative-1",
  });
  const { context, page } = await signedIn("creative-1");
  await readyForOffline(page);
  await openTicket(page, ticket);
  await expect(page.getByText("Start.")).toBeVisible();
  await expect(pill(page)).toHaveText(/Saved/);
  await context.setOffline(true);
  await writeAtEnd(page, " In the cellar.");
  await expect(pill(page)).toHaveText(/Offline · 1 change waiting/);
  await page.reload();
  await expect(pill(page)).toHaveText(/Offline · 1 change waiting/);
  // Their session ends, so the next person meets the sign-in page.
  await context.clearCookies();
  await context.setOffline(false);
  await page.reload();
  await page.getByRole("link", { name: "Log in", exact: true }).click();

  const logInAs = async (username: string) => {
    await page.getByLabel("Username").fill(username);
    await page.getByLabel("Password", { exact: true }).fill(demoPassword);
    await page.getByRole("button", { name: "Log in", exact: true }).click();
  };
  await logInAs("sales-1");
  await expect(page.getByRole("alert")).toContainText("creative-1 has 1 change on this device");
  expect(await whatIsStored(page)).toContain("slate-");
  await page.getByRole("button", { name: "Remove it and log in" }).click();
  await expect(page.getByText("sales-1").first()).toBeAttached({ timeout: 20_000 });
  await expect(pill(page)).toHaveText(/Saved/, { timeout: 20_000 });
  expect(await whatIsStored(page)).not.toContain(secret);
});

test("after signing out nothing of anybody is left", async ({ signedIn }) => {
  const { context, page } = await signedIn("marketing-1");
  await readyForOffline(page);
  expect(await whatIsStored(page)).toContain("marketing-1");
  await context.setOffline(true);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByLabel("Username")).toBeVisible();
  await expect.poll(() => databases(page)).toEqual([]);
  const stored = await whatIsStored(page);
  expect(stored).not.toContain("marketing-1");
  await context.setOffline(false);
  await signIn(page, "sales-1");
});

const databases = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ""));

/** Everything this origin has put down in the browser, as text: databases row by row, local storage, cached answers' addresses. */
const whatIsStored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const read = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const toText = (value: unknown): string =>
      JSON.stringify(value, (_, part) =>
        part instanceof Uint8Array ? new TextDecoder("latin1").decode(part) : part,
      ) ?? "";
    const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const { name = "" } of await indexedDB.databases()) {
      found.push(name);
      const db = await read(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        found.push(toText(await read(db.transaction(store).objectStore(store).getAll())));
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(url);
    }
    return found.join("\n");
  });
