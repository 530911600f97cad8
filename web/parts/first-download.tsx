import { Show } from "solid-js";
import { t } from "../i18n/messages.ts";
import "./first-download.css";
import { useDevice } from "./session-context.ts";

/** Real progress, in words and as a line that grows. */
export const FirstDownload = () => {
  const device = useDevice();
  return (
    <Show when={device.progress()}>
      {(progress) => (
        <div class="first-download">
          <p class="t2 ink-2 figures" role="status">
            {t.app.tickets.progress(progress().done, progress().total)}
          </p>
          <div class="first-download-line" aria-hidden="true">
            <div style={{ width: `${(100 * progress().done) / Math.max(1, progress().total)}%` }} />
          </div>
        </div>
      )}
    </Show>
  );
};
