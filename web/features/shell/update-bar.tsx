import { Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { takeUpdate, updateReady } from "../../platform/app-update.ts";
import { Button } from "../../ui/button.tsx";
import "./update-bar.css";

/** A new version is announced and waits; nobody's typing is interrupted. */
export const UpdateBar = () => (
  <Show when={updateReady()}>
    <div class="update-bar t2" role="status">
      <span>{t.app.update.ready}</span>
      <Button kind="words" onClick={takeUpdate}>
        {t.app.update.reload}
      </Button>
    </div>
  </Show>
);
