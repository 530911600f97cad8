import { Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import "./update-bar.css";

/** What has happened to this device's storage, said where it happened. */
export const StorageNotices = () => {
  const device = useDevice();
  return (
    <>
      <Show when={device.storage.wasEvicted()}>
        <div class="update-bar t2" role="status">
          <span>{t.storage.evicted}</span>
          <Button kind="words" onClick={() => device.storage.dismissEvicted()}>
            {t.storage.understood}
          </Button>
        </div>
      </Show>
      <Show when={device.storage.isTakenOver()}>
        <TakenOver />
      </Show>
    </>
  );
};

/** Nothing more can be written down in this window, so nothing more can be typed either; closing it reloads. */
const TakenOver = () => (
  <Sheet title={t.storage.takenOver.title} onClose={() => location.reload()}>
    <p class="t3">{t.storage.takenOver.text}</p>
    <Button kind="main" onClick={() => location.reload()}>
      {t.storage.takenOver.reload}
    </Button>
  </Sheet>
);
