import { A } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { Icon } from "../../ui/icon.tsx";
import { useDevice } from "../session-context.ts";
import "./refused-case.css";

/** What the device itself needs the person for: signing in again, or room to write. */
export const DeviceCases = (props: { onLeave: () => void }) => {
  const device = useDevice();
  return (
    <>
      <Show when={!device.isStoring()}>
        <DeviceCase {...t.sync.notStoring} icon="icon-hard-drive">
          <A class="button button-main" href="/settings" onClick={() => props.onLeave()}>
            {t.sync.notStoring.action}
          </A>
        </DeviceCase>
      </Show>
      <Show when={device.sessionEnded()}>
        <DeviceCase {...t.sync.sessionEnded} icon="icon-log-out">
          <A
            class="button"
            classList={{ "button-main": device.isStoring(), "button-outline": !device.isStoring() }}
            href="/login"
            onClick={() => props.onLeave()}
          >
            {t.sync.sessionEnded.action}
          </A>
        </DeviceCase>
      </Show>
    </>
  );
};

const DeviceCase = (props: { icon: `icon-${string}`; kind: string; text: string; children: JSX.Element }) => (
  <article class="case">
    <p class="case-kind tone-stop t2">
      <Icon name={props.icon} />
      <span>{props.kind}</span>
    </p>
    <p class="t2 ink-2">{props.text}</p>
    <div class="case-actions">{props.children}</div>
  </article>
);
