/** [G16] The browser is killed while somebody writes offline: whatever the pill had called safe is there again. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { makeTicket } from "../support/make-ticket.ts";
import { expect, signIn, test } from "../support/stage.ts";
import { caretAtEndOf, description, openTicket, pill, readyForOffline } from "../support/ticket-page.ts";

const kills = 10;
const killedWithinMs = 200;

test(`${kills} kills while typing offline lose nothing that was called safe`, async ({ server, launchOptions }) => {
  test.setTimeout(300_000);
  const ticket = await makeTicket(server.url, {
    title: "Written under fire",
    description: "Begin:",
    status: "in_progress",
    assignee: "creative-1",
  });
  const profile = mkdtempSync(join(tmpdir(), "slate-killed-"));
  /** What the pill has called safe so far, as the page told it. */
  let safe = "Begin:";
  const open = async () => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL: server.url });
    const [page = await context.newPage()] = context.pages();
    await context.exposeBinding("callSafe", (_, text: string) => {
      safe = text;
    });
    return page;
  };
  try {
    const first = await open();
    await signIn(first, "creative-1");
    await readyForOffline(first);
    await openTicket(first, ticket);
    await expect(first.getByText("Begin:")).toBeVisible();
    await expect(pill(first)).toHaveText(/Saved/);
    await first.context().close();
    await server.kill("SIGKILL");

    let shortest = killedWithinMs;
    for (let n = 0; n < kills; n++) {
      const page = await open();
      await openTicket(page, ticket);
      await expect(description(page)).toContainText(safe);
      await caretAtEndOf(page, "Begin:");
      await page.evaluate(tellWhatIsSafe);
      await page.keyboard.type(` w${n}`);
      await expect.poll(() => safe).toContain(`w${n}`);
      void page.keyboard.type(" and some more that may be lost", { delay: 5 }).catch(() => {});
      const afterMs = Math.random() * killedWithinMs;
      shortest = Math.min(shortest, afterMs);
      await page.waitForTimeout(afterMs);
      execFileSync("pkill", ["-KILL", "-f", `user-data-dir=${profile}`]);
      await page.context().waitForEvent("close");
    }
    const last = await open();
    await openTicket(last, ticket);
    await expect(description(last)).toContainText(safe);
    for (let n = 0; n < kills; n++) expect(safe).toContain(`w${n}`);
    console.log(`killed ${kills} times, ${Math.round(shortest)} to ${killedWithinMs} ms after the first word was safe`);
    await server.start();
    await expect(pill(last)).toHaveText(/Saved/, { timeout: 60_000 });
    await last.context().close();
  } finally {
    if (!server.isRunning()) await server.start();
    rmSync(profile, { recursive: true, force: true });
  }
});

/** Runs in the page: whenever the pill does not say that something is being saved, what stands in the editor is safe. */
const tellWhatIsSafe = (): void => {
  const look = () => {
    const said = document.querySelector(".pill")?.textContent ?? "";
    const written = document.querySelector(".ProseMirror")?.textContent ?? "";
    if (!said.includes("Saving")) (window as unknown as { callSafe(text: string): void }).callSafe(written);
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  look();
};
