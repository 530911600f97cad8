/** Somebody without a mouse: where the focus is, that it can be seen, and how one gets to a thing. */
import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than this between two things is a page one cannot work on. */
const stopsAtMost = 60;

/** Tab by Tab, as a person goes; at every stop the focus can be seen. */
export const tabTo = async (page: Page, wanted: Locator): Promise<void> => {
  for (let stop = 0; stop < stopsAtMost; stop++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    await expectVisibleFocus(page);
  }
  throw new Error(`not reached with ${stopsAtMost} stops: ${wanted}`);
};

/** Something is drawn around what has the focus: on itself, on what it stands in, or on the part of it that is drawn. */
export const expectVisibleFocus = async (page: Page): Promise<void> => {
  const seen = await page.evaluate(() => {
    const active = document.activeElement;
    if (active === null || active === document.body) return "nothing has the focus";
    if (!active.matches(":focus-visible")) return `no mark is asked for: ${active.outerHTML.slice(0, 120)}`;
    const isMarked = (style: CSSStyleDeclaration) => style.outlineStyle !== "none" || style.boxShadow !== "none";
    for (let at: Element | null = active, up = 0; at !== null && up < 4; at = at.parentElement, up++) {
      if (isMarked(getComputedStyle(at)) || isMarked(getComputedStyle(at, "::after"))) return "marked";
    }
    const near = [active.nextElementSibling, active.firstElementChild].filter((element) => element !== null);
    if (near.some((element) => isMarked(getComputedStyle(element)))) return "marked";
    // An editor's line changes its colour; its caret says the rest.
    return active.matches("[contenteditable=true]") ? "marked" : `no mark: ${active.outerHTML.slice(0, 120)}`;
  });
  expect(seen).toBe("marked");
};
