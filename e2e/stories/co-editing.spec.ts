/** [I1] [I2] One brief, three people: two at desks, one on a tablet without a network; then the server dies under them. */
import type { Page } from "@playwright/test";
import { makeTicket } from "../support/make-ticket.ts";
import { picture } from "../support/picture.ts";
import { expect, test } from "../support/stage.ts";
import { caretAtEndOf, description, openTicket, pill, readyForOffline, writeAtEnd } from "../support/ticket-page.ts";

const wanted = {
  title: "Written by three",
  description: "Begin.",
  status: "in_progress",
  assignee: "creative-2",
  collaborators: ["creative-3"],
} as const;

test("everybody's words are on every screen, carets carry names", async ({ server, signedIn }) => {
  test.setTimeout(180_000);
  const ticket = await makeTicket(server.url, { ...wanted, collaborators: [...wanted.collaborators] });
  const { page: desk } = await signedIn("creative-2");
  const { page: otherDesk } = await signedIn("creative-head");
  const { page: tablet, context } = await signedIn("creative-3", { viewport: { width: 820, height: 1180 } });
  for (const page of [desk, otherDesk, tablet]) {
    await openTicket(page, ticket);
    await expect(description(page)).toContainText("Begin.");
  }
  await readyForOffline(tablet);
  await context.setOffline(true);
  await writeAtEnd(tablet, " Tablet in the field.");
  await writeAtEnd(desk, " Desk one.");
  await writeAtEnd(otherDesk, " Desk two.");
  await expect(description(desk)).toContainText("Desk two.");
  await expect(otherDesk.locator('[data-name="creative-2"]').first()).toBeAttached();
  await picture(desk, "one-brief-together");
  await expect(desk.getByText(/creative-head (is|and .* are) writing|is writing/).first()).toBeVisible();

  await context.setOffline(false);
  for (const page of [desk, otherDesk, tablet]) {
    for (const words of ["Tablet in the field.", "Desk one.", "Desk two."]) {
      await expect(description(page)).toContainText(words, { timeout: 20_000 });
    }
    await expect(pill(page)).toHaveText(/Saved/, { timeout: 20_000 });
  }
  expect(await textOf(desk)).toBe(await textOf(tablet));
  expect(await textOf(desk)).toBe(await textOf(otherDesk));
});

/** Each of the three writes this many words after a line of their own. */
const words = 25;
const lines = ["What we want:", "For whom:", "By when:"] as const;

test("the server is killed with -9 while all three type", async ({ server, signedIn }) => {
  test.setTimeout(180_000);
  const ticket = await makeTicket(server.url, {
    ...wanted,
    title: "Typed through a crash",
    description: lines.join("\n"),
    collaborators: ["creative-3"],
  });
  const pages: Page[] = [];
  for (const name of ["creative-2", "creative-head", "creative-3"] as const) {
    const { page } = await signedIn(name);
    await openTicket(page, ticket);
    await expect(description(page)).toContainText(lines[2]);
    pages.push(page);
  }
  const typing = pages.map(async (page, i) => {
    await caretAtEndOf(page, lines[i] ?? "");
    for (let n = 0; n < words; n++) await page.keyboard.type(`${"abc"[i]}${n} `, { delay: 30 });
  });
  await pages[0]?.waitForTimeout(1200);
  await server.kill("SIGKILL");
  await pages[0]?.waitForTimeout(500);
  await server.start();
  await Promise.all(typing);
  for (const page of pages) await expect(pill(page)).toHaveText(/Saved/, { timeout: 30_000 });
  const [first] = pages as [Page];
  for (const page of pages) {
    for (const [i] of pages.entries()) {
      for (let n = 0; n < words; n += 8)
        await expect(description(page)).toContainText(`${"abc"[i]}${n} `, { timeout: 20_000 });
    }
    await expect.poll(() => textOf(page), { timeout: 20_000 }).toBe(await textOf(first));
  }
  const letters = (await textOf(first)).replace(/\s/g, "");
  for (const letter of "abc") expect(letters.split(letter).length - 1).toBeGreaterThanOrEqual(words);
});

/** The words without the carets' name tags. */
const textOf = (page: Page): Promise<string> =>
  description(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll("[class*=caret]")) caret.remove();
    return copy.innerText;
  });
