/** [T38] Two releases while a device is away, and an old window of it left open: all 200 changes arrive, once. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { buildVersion } from "../support/build-version.ts";
import { deviceRows } from "../support/device-rows.ts";
import { makeTicket } from "../support/make-ticket.ts";
import { call, logIn } from "../support/rest.ts";
import { createServerProcess, type ServerProcess } from "../support/server-process.ts";
import { expect, signIn, test } from "../support/stage.ts";
import { comment, description, openTicket, pill, readyForOffline, writeAtEnd } from "../support/ticket-page.ts";

const queued = 200;

test("version N, N+1, N+2", async ({ browser }) => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), "slate-versions-"));
  const server = await createServerProcess({ DEMO: "true" });
  try {
    await server.start();
    const [first, second] = await ticketsToWriteIn(server);
    const device = await browser.newContext({ baseURL: server.url });
    const [tab, oldTab] = [await device.newPage(), await device.newPage()];
    await signIn(tab, "creative-1");
    await readyForOffline(tab);
    await openTicket(tab, first);
    await openTicket(oldTab, second);
    await expect(pill(oldTab)).toHaveText(/Saved/);
    const written = await storageVersion(tab);

    await device.setOffline(true);
    await writeAtEnd(oldTab, " From the old window.");
    const words = await writeUntilQueued(tab);
    await comment(tab, "Said under N");

    // The next release still understands the app of this one: whoever never went away goes on.
    const next = buildVersion(1, join(folder, "n1"));
    const afterNext = buildVersion(2, join(folder, "n2"));
    const neighbour = await browser.newContext({ baseURL: server.url });
    const near = await neighbour.newPage();
    await signIn(near, "creative-head");
    await readyForOffline(near);
    await openTicket(near, second);
    await server.kill("SIGTERM");
    await server.start(next);
    await comment(near, "Said under N, heard under N+1");
    await expect(pill(near)).toHaveText(/Saved/, { timeout: 30_000 });
    expect(await storageVersion(near)).toBe(written);

    // The one after that does not, says so, and brings its own.
    await server.kill("SIGTERM");
    await server.start(afterNext);
    await device.setOffline(false);
    await expect(tab.getByText("New version", { exact: true })).toBeVisible({ timeout: 60_000 });
    await tab.getByRole("button", { name: "Reload" }).click();
    await expect(description(tab)).toContainText(words);
    await expect(pill(tab)).toHaveText(/Saved/, { timeout: 60_000 });
    expect(await storageVersion(tab)).toBe(written + 2);
    const windowLeft = oldTab.getByRole("dialog", { name: "Slate was updated in another window" });
    await windowLeft.getByRole("button", { name: "Reload" }).click();
    await expect(description(oldTab)).toContainText("From the old window.");
    await expect(pill(oldTab)).toHaveText(/Saved/, { timeout: 30_000 });

    const reader = await logIn(server.url, "creative-head");
    const read = async (path: string) => (await call<Answer>(server.url, reader, "GET", `/tickets/${path}`)).body;
    expect((await read(`${first}/`)).description).toBe(`Begin.${words}`);
    expect((await read(`${second}/`)).description).toBe("Begin. From the old window.");
    const said = [...(await read(`${first}/comments/`)).results, ...(await read(`${second}/comments/`)).results];
    expect(said.map(({ body }) => body).sort()).toEqual(["Said under N", "Said under N, heard under N+1"]);
    await device.close();
    await neighbour.close();
  } finally {
    await server.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
});

interface Answer {
  description: string;
  results: { body: string }[];
}

const ticketsToWriteIn = async ({ url }: ServerProcess) => {
  const wanted = { description: "Begin.", status: "in_progress", assignee: "creative-1" } as const;
  return [
    await makeTicket(url, { ...wanted, title: "Away for two releases" }),
    await makeTicket(url, { ...wanted, title: "In the old window" }),
  ] as const;
};

/** Types until so many changes wait on the disk; answers what was typed. */
const writeUntilQueued = async (page: Page): Promise<string> => {
  let words = "";
  for (let n = 0; (await deviceRows(page, "outbox")).length < queued; n++) {
    const sentence = ` Sentence ${n} of what was written in the cellar.`;
    await writeAtEnd(page, sentence);
    words += sentence;
  }
  return words;
};

/** The version of this person's storage, as the app counts it. */
const storageVersion = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return (databases.find(({ name }) => /^slate-[0-9a-f-]{36}$/.test(name ?? ""))?.version ?? 0) / 10;
  });
