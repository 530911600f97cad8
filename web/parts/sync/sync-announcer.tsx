import { createEffect, createSignal, onCleanup, untrack } from "solid-js";
import { isSyncNews } from "../../presentation/sync-news.ts";
import type { SyncStatus } from "../../sync/device.ts";
import { useDevice } from "../session-context.ts";
import { pillText } from "./pill-text.ts";

/** Settled this long before it is read aloud, so that typing is not accompanied by 'Saving…'. */
const settleMs = 2_000;

/** Reads the state of sync aloud, politely: once when it has become another one and stayed so. */
export const SyncAnnouncer = () => {
  const device = useDevice();
  const [announced, setAnnounced] = createSignal("");
  // What stands there when the page opens is read with the page.
  let told: SyncStatus = untrack(device.status);
  createEffect(() => {
    const status = device.status();
    if (told.kind === "opening") told = status;
    if (!isSyncNews(status, told)) return;
    const timer = setTimeout(() => {
      told = status;
      setAnnounced(pillText(status));
    }, settleMs);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <div class="aloud" role="status" aria-live="polite">
      {announced()}
    </div>
  );
};
