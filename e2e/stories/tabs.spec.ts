/** [G17] Three tabs of one person; the one that talks to the server is closed, twenty times. Nothing is lost, nothing comes twice. */
import type { Page } from "@playwright/test";
import { deviceRows } from "../support/device-rows.ts";
import { makeTicket } from "../support/make-ticket.ts";
import { call, logIn } from "../support/rest.ts";
import { expect, test } from "../support/stage.ts";
import { comment, openTicket, pill } from "../support/ticket-page.ts";
import { until } from "../support/wait.ts";

const handOvers = 20;
const takeoverWithinMs = 3_000;

test(`three tabs and ${handOvers} hand-overs`, async ({ server, signedIn }) => {
  test.setTimeout(300_000);
  const ticket = await makeTicket(server.url, { title: "Passed on", status: "in_progress", assignee: "creative-1" });
  const { context, page } = await signedIn("creative-head");
  const tabs: Page[] = [page, await context.newPage(), await context.newPage()];
  for (const tab of tabs) await openTicket(tab, ticket);
  for (const tab of tabs) await expect(pill(tab)).toHaveText(/Saved/, { timeout: 20_000 });

  const asker = await logIn(server.url, "marketing-1");
  let slowest = 0;
  for (let n = 0; n < handOvers; n++) {
    const [leader] = tabs.splice(await leaderAmong(tabs), 1);
    if (leader === undefined) throw new Error("three tabs are open");
    // Written in the last moment: it is on the device, whoever sends it.
    await comment(leader, `said ${n}`);
    await expect(leader.getByText(`said ${n}`, { exact: true })).toBeVisible();
    await onDisk(leader);
    const closedAt = Date.now();
    await leader.close();
    // What somebody else does now reaches the tabs that are left by the feed's new listener.
    await call(server.url, asker, "POST", "/tickets/", { ...asked, title: `Told by the feed ${n}` });
    await until(async () => (await leaderAmong(tabs)) >= 0, takeoverWithinMs);
    slowest = Math.max(slowest, Date.now() - closedAt);
    const fresh = await context.newPage();
    await openTicket(fresh, ticket);
    tabs.push(fresh);
  }
  console.log(`${handOvers} hand-overs, the slowest took ${slowest} ms`);

  for (const tab of tabs) await expect(pill(tab)).toHaveText(/Saved/, { timeout: 30_000 });
  const reader = await logIn(server.url, "creative-head");
  const { body } = await call<{ results: { body: string }[] }>(
    server.url,
    reader,
    "GET",
    `/tickets/${ticket}/comments/`,
  );
  const said = body.results.map((one) => one.body).filter((text) => text.startsWith("said "));
  expect([...said].sort()).toEqual(Array.from({ length: handOvers }, (_, n) => `said ${n}`).sort());
  for (const tab of tabs) {
    await tab.goto("/tickets");
    for (const n of [0, handOvers - 1])
      await expect(tab.getByText(`Told by the feed ${n}`, { exact: true }).first()).toBeVisible({ timeout: 10_000 });
  }
});

const asked = { request_type: "socmed_posting", file_format: "still", description: "" };

/** Which of the tabs hears the feed; -1 for none. */
const leaderAmong = async (tabs: readonly Page[]): Promise<number> => {
  const hears = await Promise.all(tabs.map((tab) => tab.evaluate(hearsFeed)));
  return hears.indexOf(true);
};

/** A window learns its own client id only from a lock it holds. */
const hearsFeed = (): Promise<boolean> =>
  navigator.locks.request(`who-${crypto.randomUUID()}`, async (mine) => {
    const { held = [] } = await navigator.locks.query();
    const me = held.find(({ name }) => name === mine?.name)?.clientId;
    return held.some(({ name, clientId }) => name?.endsWith("-feed") && clientId === me);
  });

/** The comment is among what waits on disk, or has already been acknowledged. */
const onDisk = (tab: Page): Promise<void> =>
  until(
    async () =>
      /Saved/.test((await pill(tab).textContent()) ?? "") ||
      (await deviceRows(tab, "outbox")).some(({ what }) => what === "comments"),
    5_000,
  );
