import { createSignal, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { takeUpdate, updateReady } from "../../platform/app-update.ts";
import { Button } from "../../ui/button.tsx";
import "./update-bar.css";

/** A new version is announced and waits; nobody's typing is interrupted, and nothing typed is lost by taking it. */
export const UpdateBar = () => {
  const device = useDevice();
  const [isTaking, setTaking] = createSignal(false);
  const take = async () => {
    setTaking(true);
    // A field keeps what was typed into it when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await device.written();
    takeUpdate();
  };
  return (
    <Show when={updateReady()}>
      <div class="update-bar t2" role="status">
        <span>{t.app.update.ready}</span>
        <Button kind="words" disabled={isTaking()} onClick={() => void take()}>
          {t.app.update.reload}
        </Button>
      </div>
    </Show>
  );
};
