import { createSignal, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { takeUpdate, updateReady } from "../../platform/app-update.ts";
import { Button } from "../../ui/button.tsx";
import "./update-bar.css";

const patienceMs = 5_000;
const outOfPatience = (): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), patienceMs));

/** A new version is announced and waits; nobody's typing is interrupted, and nothing typed is lost by taking it. */
export const UpdateBar = () => {
  const device = useDevice();
  const [isTaking, setTaking] = createSignal(false);
  const take = async () => {
    setTaking(true);
    // A field keeps what was typed into it when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    // A device that cannot store would keep it waiting: then it is said again, and the sync sheet says why.
    const isWritten = await Promise.race([device.written().then(() => true), outOfPatience()]);
    setTaking(false);
    if (isWritten) takeUpdate();
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
