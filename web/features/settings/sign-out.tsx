import { createSignal, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";

/** With something unsent, or refused and kept, it asks first: it would be lost. */
export const SignOut = () => {
  const device = useDevice();
  const [isAsking, setAsking] = createSignal(false);
  const unsent = () => device.waiting().length;
  const refused = () => device.refused().length;
  const leave = () => void device.signOut();
  return (
    <div class="settings-out">
      <p class="t2 ink-2">{t.app.settings.signOutHint}</p>
      <Button icon="icon-log-out" onClick={() => (unsent() + refused() === 0 ? leave() : setAsking(true))}>
        {t.app.settings.signOut}
      </Button>
      <Show when={isAsking()}>
        <Sheet title={t.app.settings.signOut} onClose={() => setAsking(false)}>
          <div class="settings-warning">
            <Show when={unsent() > 0}>
              <p>{t.app.settings.unsent(unsent())}</p>
            </Show>
            <Show when={refused() > 0}>
              <p>{t.settings.signOut.refused(refused())}</p>
            </Show>
          </div>
          <div class="sheet-actions">
            <Button onClick={() => setAsking(false)}>{t.app.cancel}</Button>
            <Button danger onClick={leave}>
              {t.app.settings.signOutAnyway}
            </Button>
          </div>
        </Sheet>
      </Show>
    </div>
  );
};
