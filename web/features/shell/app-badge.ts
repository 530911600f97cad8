import { createEffect, onCleanup } from "solid-js";
import { useDevice } from "../../parts/session-context.ts";
import { awaitingApproval } from "../../presentation/approval-queue.ts";

/** Changes gather this long: whoever looks at a badge is not looking at the app. */
const gatherMs = 2000;

/** On the app's icon, how many tickets wait for this person's decision, where the system draws such a number. */
export const createAppBadge = () => {
  if (!("setAppBadge" in navigator)) return;
  const device = useDevice();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    const waiting = awaitingApproval(device.tickets(), device.me(), device.directory()).length;
    // Not every browser that has it may use it; there is nothing to do about it.
    void (waiting > 0 ? navigator.setAppBadge(waiting) : navigator.clearAppBadge()).catch(() => {});
  };
  createEffect(() => {
    if (!device.isWhole()) return;
    void [device.tickets(), device.me(), device.directory()];
    clearTimeout(timer);
    timer = setTimeout(show, gatherMs);
  });
  onCleanup(() => {
    clearTimeout(timer);
    void navigator.clearAppBadge().catch(() => {});
  });
};
