/** Where the focus goes when what had it is gone: never to nowhere. */

/** The element and everything it stands in, inside out. */
export const trailOf = (element: Element | null): Element[] => {
  const trail: Element[] = [];
  for (let at = element; at !== null; at = at.parentElement) trail.push(at);
  return trail;
};

/** Text fields are left out: to be taken into one unasked opens the keyboard of a phone. */
const landings = "button:not(:disabled), a[href], [tabindex]";

/** To the element itself if it is still there, else to the nearest thing to press that stood with it, else to the heading. */
export const focusAlong = (trail: readonly Element[]): void => {
  const [wanted] = trail;
  if (wanted?.isConnected && wanted instanceof HTMLElement && wanted !== document.body) {
    wanted.focus({ preventScroll: true });
    if (document.activeElement === wanted) return;
  }
  for (const place of trail.slice(1)) {
    if (!place.isConnected) continue;
    if (place.matches("main, body, html, #app")) break;
    const landing = [...place.querySelectorAll<HTMLElement>(landings)].find((element) => element.checkVisibility());
    if (landing === undefined) continue;
    landing.focus({ preventScroll: true });
    return;
  }
  focusHeading();
};

/** The heading of what the page is about: of the ticket, not of the list beside it. */
export const pageHeading = (): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>("main h1")].findLast((heading) => heading.checkVisibility()) ?? null;

export const focusHeading = (): void => focusOn(pageHeading() ?? document.querySelector<HTMLElement>("main"));

/** Headings cannot have the focus by themselves. */
export const focusOn = (element: HTMLElement | null): void => {
  if (element === null) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
};

/** Somebody writes, or has something open that a change around them would take away. */
export const isBusy = (): boolean =>
  document.activeElement?.matches("input, textarea, select, [contenteditable=true]") === true ||
  document.querySelector("dialog[open]") !== null;
