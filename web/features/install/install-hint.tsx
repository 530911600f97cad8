import { useLocation } from "@solidjs/router";
import { createEffect, createSignal, on, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { isBusy } from "../../platform/focus.ts";
import { askToInstall, installWay } from "../../platform/install.ts";
import { appName } from "../../platform/server-facts.ts";
import { Button } from "../../ui/button.tsx";
import { isFitting, parseMemory, withVisit } from "./install-moment.ts";
import "./install-hint.css";

const storageKey = "slate:install";

/** Comes and goes with a change of page, so that nothing moves under a hand that types or taps. */
export const InstallHint = () => {
  const device = useDevice();
  const location = useLocation();
  const [memory, setMemory] = createSignal(withVisit(parseMemory(localStorage.getItem(storageKey)), Date.now()));
  const [isShown, setShown] = createSignal(false);
  createEffect(() => localStorage.setItem(storageKey, JSON.stringify(memory())));
  createEffect(() => {
    const status = device.status();
    if (status.kind === "offline" && status.waiting > 0 && !memory().keptOffline)
      setMemory((before) => ({ ...before, keptOffline: true }));
  });
  createEffect(
    on(
      () => location.pathname,
      () => setShown(isFitting(memory()) && installWay() !== null && !isBusy()),
      { defer: true },
    ),
  );
  const dismiss = () => {
    setMemory((before) => ({ ...before, isDismissed: true }));
    setShown(false);
  };
  const install = () => {
    setShown(false);
    void askToInstall();
  };
  return (
    <Show when={isShown()}>
      <section class="install t2" aria-label={t.install.region}>
        <p>
          {t.install.offer(appName())} <Show when={installWay() === "words"}>{t.install.ios}</Show>
        </p>
        <div class="install-choices">
          <Button kind="words" onClick={dismiss}>
            {t.install.notNow}
          </Button>
          <Show when={installWay() === "prompt"}>
            <Button onClick={install}>{t.install.install}</Button>
          </Show>
        </div>
      </section>
    </Show>
  );
};
