import { useBeforeLeave } from "@solidjs/router";
import { focusAlong, trailOf } from "../platform/focus.ts";

/**
 * What every dialog over the page does: makes the page under it inert, closes on Escape and on the way back, and gives the
 * focus to what it came from, or to what stands there now.
 */
export const createModal = (dialog: () => HTMLDialogElement, onClose: () => void) => {
  const cameFrom = trailOf(document.activeElement);
  let isLeaving = false;
  useBeforeLeave((event) => {
    // A number of steps: the browser's own back. It means this dialog, not the page under it.
    if (typeof event.to !== "number" || !dialog().open) return;
    event.preventDefault();
    dialog().close();
  });
  return {
    open: () => {
      dialog().showModal();
      shroudApp(1);
    },
    /** However it closes: a browser may skip `cancel` and close at once. */
    closed: () => {
      if (!isLeaving) onClose();
    },
    leave: () => {
      isLeaving = true;
      dialog().close();
      shroudApp(-1);
      // The dialog gives the focus back by itself, but what it came from could not take it until now.
      focusAlong(cameFrom);
    },
  };
};

let openModals = 0;

/** What lies under a modal is not there for screen readers either. */
const shroudApp = (change: 1 | -1) => {
  openModals += change;
  const app = document.getElementById("app");
  if (openModals > 0) app?.setAttribute("aria-hidden", "true");
  else app?.removeAttribute("aria-hidden");
  if (app !== null) app.inert = openModals > 0;
};
