import { createEffect, createSignal, onCleanup } from "solid-js";
import { useDevice } from "../session-context.ts";
import { pillText } from "./pill-text.ts";

/** Settled this long before it is read aloud, so that typing is not accompanied by 'Saving…'. */
const settleMs = 2_000;

/** Reads the state of sync aloud, politely, when it has changed and stayed so. */
export const SyncAnnouncer = () => {
  const device = useDevice();
  const [announced, setAnnounced] = createSignal("");
  createEffect(() => {
    const text = pillText(device.status());
    if (device.status().kind === "saving") return;
    const timer = setTimeout(() => setAnnounced(text), settleMs);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <div class="aloud" role="status" aria-live="polite">
      {announced()}
    </div>
  );
};
