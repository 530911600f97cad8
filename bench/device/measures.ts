/** What a person at a device waits for, each as milliseconds of single tries. */
import type { Page } from "@playwright/test";
import type { DeviceStage } from "./stage.ts";

const tries = 7;
/** The app has started and looked ahead. */
const restMs = 4_000;
const settleMs = 1_000;

/** D3: a window opened anew without a network, to the first row of the list. */
export const coldStarts = async ({ context, open, page: other }: DeviceStage): Promise<number[]> => {
  const times: number[] = [];
  // Cold: no other window of the app is open.
  await other.goto("about:blank");
  await context.setOffline(true);
  for (let n = 0; n < tries; n++) {
    const page = await open();
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.querySelector("a[data-ticket]") === null) return;
        observer.disconnect();
        requestAnimationFrame(() => performance.mark("first-row"));
      }).observe(document, { subtree: true, childList: true });
    });
    await page.goto("/tickets");
    await page.waitForFunction(() => performance.getEntriesByName("first-row").length > 0);
    times.push(await page.evaluate(() => performance.getEntriesByName("first-row")[0]?.startTime ?? Number.NaN));
    await page.close();
  }
  await context.setOffline(false);
  return times;
};

/** D4: from the press on a row, in an app that has started, to its ticket with its description, painted. */
export const openings = async (page: Page): Promise<number[]> => {
  const times: number[] = [];
  await page.goto("/tickets");
  await page.locator(".pill-saved").waitFor();
  await page.waitForTimeout(restMs);
  for (let n = 0; n < tries; n++) {
    const row = page.locator("a[data-ticket]").nth(n + 1);
    await page.evaluate(() => {
      for (const name of ["pressed", "shown"]) performance.clearMarks(name);
      document.addEventListener("pointerdown", () => performance.mark("pressed"), { once: true, capture: true });
      new MutationObserver((_, observer) => {
        if (document.querySelector(".description-plain, .ProseMirror") === null) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => performance.mark("shown")));
      }).observe(document, { subtree: true, childList: true });
    });
    await row.click();
    await page.waitForFunction(() => performance.getEntriesByName("shown").length > 0);
    times.push(await page.evaluate(() => performance.measure("opening", "pressed", "shown").duration));
    await page.locator(".ProseMirror").waitFor();
    if (n < tries - 1) await page.goBack();
    await page.waitForTimeout(settleMs);
  }
  return times;
};

/** D5: from a key to its letter painted in the description. */
export const keystrokes = async (page: Page): Promise<number[]> => {
  const field = page.getByRole("textbox", { name: "Description" });
  await field.click();
  await page.keyboard.press("Control+End");
  await field.evaluate(recordPaints);
  await page.keyboard.type(" What was asked for, and what the light allowed us in the end, in forty words or so.", {
    delay: 40,
  });
  return page.evaluate(() => (window as unknown as { paints: number[] }).paints);
};

/** D6: from a key in the search field to what was found, painted. */
export const searches = async (page: Page, words: readonly string[]): Promise<number[]> => {
  await page.goto("/tickets");
  const field = page.getByRole("searchbox", { name: "Search" });
  await field.waitFor();
  // The index is read in slices after the start.
  await page.waitForTimeout(5_000);
  await field.evaluate(recordPaints);
  for (const word of words) {
    await field.fill("");
    await field.click();
    await page.keyboard.type(word, { delay: 120 });
  }
  return page.evaluate(() => (window as unknown as { paints: number[] }).paints);
};

/** D6: frames while the list scrolls, and the most rows that were in the document. */
export const scrolling = async (page: Page): Promise<{ frames: number[]; rows: number }> => {
  await page.goto("/tickets");
  await page.locator("a[data-ticket]").first().waitFor();
  await page.waitForTimeout(2_000);
  await page.mouse.move(200, 400);
  await page.evaluate(() => {
    const seen = { frames: [] as number[], rows: 0 };
    (window as unknown as { seen: typeof seen }).seen = seen;
    let last = performance.now();
    const frame = (now: number) => {
      seen.frames.push(now - last);
      seen.rows = Math.max(seen.rows, document.querySelectorAll("a[data-ticket]").length);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  for (let n = 0; n < 60; n++) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(16);
  }
  return page.evaluate(() => (window as unknown as { seen: { frames: number[]; rows: number } }).seen);
};

/** Runs in the page: for every input event, how long until the frame that shows it was made. */
const recordPaints = (element: Element): void => {
  const paints: number[] = [];
  (window as unknown as { paints: number[] }).paints = paints;
  let pressedAt = 0;
  element.addEventListener("keydown", () => (pressedAt = performance.now()), { capture: true });
  element.addEventListener("input", () => {
    const from = pressedAt;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => paints.push(performance.now() - from);
      channel.port2.postMessage(null);
    });
  });
};
