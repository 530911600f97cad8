import { createEffect, onCleanup } from "solid-js";
import { useDevice } from "../../parts/session-context.ts";
import { now } from "../../platform/now.ts";
import { myDayOf } from "../../presentation/my-day.ts";

/** Changes gather this long: whoever looks at a badge is not looking at the app. */
const gatherMs = 2000;

/** On the app's icon, how many tickets wait for this person's decision, where the system draws such a number. */
export const createAppBadge = () => {
  if (!("setAppBadge" in navigator)) return;
  const device = useDevice();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    const { needsMe } = myDayOf(device.tickets(), device.me(), device.directory(), now());
    // Not every browser that has it may use it; there is nothing to do about it.
    void (needsMe.length > 0 ? navigator.setAppBadge(needsMe.length) : navigator.clearAppBadge()).catch(() => {});
  };
  createEffect(() => {
    void [device.tickets(), device.me(), device.directory()];
    clearTimeout(timer);
    timer = setTimeout(show, gatherMs);
  });
  onCleanup(() => {
    clearTimeout(timer);
    void navigator.clearAppBadge().catch(() => {});
  });
};
