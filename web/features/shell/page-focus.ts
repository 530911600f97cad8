import { useBeforeLeave, useLocation } from "@solidjs/router";
import { createEffect, on } from "solid-js";
import { focusOn, isBusy, pageHeading } from "../../platform/focus.ts";

/** So long is waited for the new page to have its heading. */
const patienceMs = 2000;
/** Of this, so long for the row: the list is drawn after its head, and may have it no longer. */
const rowPatienceMs = 600;

/** By then the old page is gone. */
const settleMs = 100;

const list = "/tickets";

/**
 * A page change moves the focus to the new page's heading, which also says its name aloud; the way back from a ticket leads
 * to its row, with the list where it stood.
 */
export const createPageFocus = () => {
  const location = useLocation();
  let listTop = 0;
  useBeforeLeave(({ from }) => {
    if (from.pathname === list) listTop = listScroller()?.scrollTop ?? 0;
  });
  createEffect(
    on(
      () => location.pathname,
      (path, before) => {
        if (before === undefined || path === before) return;
        const ticket = path === list && before.startsWith(`${list}/`) ? before.slice(list.length + 1) : null;
        if (ticket !== null) listScroller()?.scrollTo({ top: listTop });
        const settleForHeading = ticket === null ? 0 : performance.now() + rowPatienceMs;
        void landOn(
          () =>
            (ticket === null ? null : rowOf(ticket)) ?? (performance.now() < settleForHeading ? null : headingOf(path)),
          () => location.pathname === path,
        );
      },
    ),
  );
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Tries again every frame until there is something to land on; what the person did meanwhile goes first. */
const landOn = async (find: () => HTMLElement | null, isStillThere: () => boolean): Promise<void> => {
  const until = performance.now() + patienceMs;
  while (performance.now() < until && isStillThere()) {
    await new Promise(requestAnimationFrame);
    if (isBusy() || !isStillThere()) return;
    const target = find();
    if (target === null) continue;
    focusOn(target);
    // What was found may have stood on the page that was just leaving.
    await pause(settleMs);
    if (target.isConnected) return;
  }
};

const rowOf = (ticket: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`main a[data-ticket="${CSS.escape(ticket)}"]`);

/** Beside a ticket the list keeps a heading of its own. */
const headingOf = (path: string): HTMLElement | null => {
  const heading = pageHeading();
  return path !== list && heading?.closest(".pane-list") ? null : heading;
};

/** On a phone the page itself scrolls, elsewhere the list in its pane. */
const listScroller = (): Element | null => {
  const pane = document.querySelector(".pane-list");
  return pane !== null && getComputedStyle(pane).overflowY === "auto" ? pane : document.scrollingElement;
};
