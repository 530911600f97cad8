import { createSignal, onCleanup } from "solid-js";
import { undoMs } from "../../sync/undo-time.ts";

/**
 * A deletion that waits before it is done: taking back something others have seen gone would be a second change. Leaving
 * the page does it at once; a device that dies in between has deleted nothing.
 */
export const createDelayedDelete = (remove: () => void) => {
  const [seconds, setSeconds] = createSignal<number | null>(null);
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => {
    clearInterval(timer);
    removeEventListener("pagehide", finish);
    setSeconds(null);
  };
  const finish = () => {
    if (seconds() === null) return;
    stop();
    remove();
  };
  const tick = () => {
    const left = (seconds() ?? 0) - 1;
    if (left > 0) setSeconds(left);
    else finish();
  };
  onCleanup(finish);
  return {
    /** How many seconds are left to think; null while nothing is being deleted. */
    seconds,
    start: () => {
      setSeconds(undoMs / 1000);
      timer = setInterval(tick, 1000);
      addEventListener("pagehide", finish);
    },
    undo: stop,
  };
};
