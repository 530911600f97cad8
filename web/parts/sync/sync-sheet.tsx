import { For, Show, Suspense } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { createStorageUsed } from "../../platform/storage-used.ts";
import { byteSize } from "../../presentation/byte-size.ts";
import type { Device } from "../../sync/device.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { Moment } from "../moment.tsx";
import { useDevice } from "../session-context.ts";
import { RefusedCase } from "./refused-case.tsx";
import { WaitingRow } from "./waiting-row.tsx";
import "./sync-sheet.css";

/** What needs the person first, then what waits; and when the server was last heard of. */
export const SyncSheet = (props: { onClose: () => void }) => {
  const device = useDevice();
  return (
    <Sheet
      title={sheetTitle(device)}
      onClose={props.onClose}
      aside={
        <Button icon="icon-refresh-cw" onClick={() => void device.syncNow()}>
          {t.sync.syncNow}
        </Button>
      }
    >
      <p class="sync-facts t2 ink-2">
        <span>
          {t.sync.lastContact}{" "}
          <b>
            <Show when={device.lastContact()} fallback={t.sync.never}>
              {(at) => <Moment at={at()} />}
            </Show>
          </b>
        </span>
        <Suspense>
          <StorageUsed />
        </Suspense>
      </p>
      <Show when={device.refused().length > 0}>
        <Section title={t.sync.needsYou} count={device.refused().length}>
          <For each={device.refused()}>
            {(refused, index) => <RefusedCase refused={refused} isFirst={index() === 0} onLeave={props.onClose} />}
          </For>
        </Section>
      </Show>
      <Show when={device.waiting().length > 0} fallback={<p class="sync-calm t2 ink-2">{calm(device)}</p>}>
        <Section title={t.sync.waiting} count={device.waiting().length}>
          <ul>
            <For each={device.waiting()}>{(change) => <WaitingRow change={change} />}</For>
          </ul>
        </Section>
      </Show>
    </Sheet>
  );
};

const StorageUsed = () => {
  const used = createStorageUsed();
  return (
    <Show when={used()}>
      {(storage) => (
        <span>
          {t.sync.onThisDevice} <b>{t.sync.sizeOf(byteSize(storage().usage), byteSize(storage().quota))}</b>
        </span>
      )}
    </Show>
  );
};

const calm = (device: Device): string => (device.refused().length > 0 ? "" : t.sync.nothingWaits);

const sheetTitle = (device: Device): string => {
  const waits = device.waiting().length;
  const needs = device.refused().length;
  if (needs > 0 && waits > 0) return t.sync.heading.both(t.sync.heading.needsYou(needs), t.sync.heading.waiting(waits));
  if (needs > 0) return t.sync.heading.needsYou(needs);
  if (waits > 0) return t.sync.heading.waiting(waits);
  return device.status().kind === "offline" ? t.sync.heading.offline : t.sync.heading.calm;
};
