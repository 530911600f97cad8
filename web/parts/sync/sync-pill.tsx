import { createSignal, lazy, Show, Suspense } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { createMedia } from "../../platform/create-media.ts";
import { isPhone } from "../../platform/layout.ts";
import { theme } from "../../platform/theme.ts";
import type { SyncStatus } from "../../sync/device.ts";
import { Icon } from "../../ui/icon.tsx";
import { useDevice } from "../session-context.ts";
import { pillText } from "./pill-text.ts";
import "./sync-pill.css";

const SyncSheet = lazy(() => import("./sync-sheet.tsx").then((module) => ({ default: module.SyncSheet })));

const icons = {
  opening: "icon-circle-dashed",
  saved: "icon-check",
  saving: "icon-circle-dashed",
  offline: "icon-cloud-off",
  attention: "icon-circle-alert",
} as const satisfies Record<SyncStatus["kind"], string>;

/** Always honest about sync, in one place and in the same words. */
export const SyncPill = () => {
  const device = useDevice();
  const [isOpen, setOpen] = createSignal(false);
  const isNarrow = createMedia("(max-width: 359px)");
  const text = () => pillText(device.status(), isNarrow() || (isPhone() && theme() === "outdoor"));
  return (
    <>
      <button
        type="button"
        class={`pill pill-${device.status().kind} t1`}
        aria-label={t.sync.button(text())}
        aria-haspopup="dialog"
        disabled={device.status().kind === "opening"}
        onClick={() => setOpen(true)}
      >
        <span class="pill-face">
          <Icon name={icons[device.status().kind]} />
          <span>{text()}</span>
        </span>
      </button>
      <Show when={isOpen()}>
        <Suspense>
          <SyncSheet onClose={() => setOpen(false)} />
        </Suspense>
      </Show>
    </>
  );
};
