import { onCleanup } from "solid-js";
import { focusAlong, trailOf } from "./focus.ts";

/**
 * What is pressed is often gone the moment after: a decision that was taken, a comment that was deleted. Whoever works by
 * keyboard goes on from where they were, not from the top of the page.
 */
export const createKeptFocus = () => {
  let trail: Element[] = [];
  const remember = (event: FocusEvent) => {
    trail = trailOf(event.target as Element);
  };
  const look = () => {
    const [had] = trail;
    if (had === undefined || had.isConnected || document.activeElement !== document.body) return;
    const lost = trail;
    trail = [];
    // What takes its place is given a frame to ask for the focus itself.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body && document.querySelector("dialog[open]") === null) focusAlong(lost);
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("focusin", remember);
  onCleanup(() => {
    observer.disconnect();
    document.removeEventListener("focusin", remember);
  });
};
