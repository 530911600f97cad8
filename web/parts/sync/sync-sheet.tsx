import { createMemo, createSignal, For, Show, Suspense } from "solid-js";
import { Dynamic } from "solid-js/web";
import { t } from "../../i18n/messages.ts";
import { deviceKind } from "../../platform/layout.ts";
import { createStorageUsed } from "../../platform/storage-used.ts";
import { byteSize } from "../../presentation/byte-size.ts";
import { type AttentionCounts, attentionIn, sheetTitle } from "../../presentation/sync-title.ts";
import type { Device } from "../../sync/device.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { HeldApproval } from "../changes/held-approval.tsx";
import { Moment } from "../moment.tsx";
import { useDevice } from "../session-context.ts";
import { DeviceCases } from "./device-cases.tsx";
import { RefusedCase } from "./refused-case.tsx";
import { SyncAnnouncer } from "./sync-announcer.tsx";
import { WaitingRow } from "./waiting-row.tsx";
import "./sync-sheet.css";

/** What needs the person first, then what waits; and when the server was last heard of. */
export const SyncSheet = (props: { onClose: () => void }) => {
  const device = useDevice();
  const [said, setSaid] = createSignal("");
  const [isAsking, setAsking] = createSignal(false);
  const syncNow = async () => {
    setAsking(true);
    setSaid(t.sync.syncing);
    await device.syncNow();
    setAsking(false);
    setSaid(device.status().kind === "offline" ? t.sync.unreachable : "");
  };
  const counts = () => countsOf(device);
  return (
    <Sheet
      title={sheetTitle(counts())}
      onClose={props.onClose}
      aside={
        <Button icon="icon-refresh-cw" aria-busy={isAsking()} onClick={() => void syncNow()}>
          {t.sync.syncNow}
        </Button>
      }
    >
      <Facts />
      <p class="sync-said t2" role="status">
        {said()}
      </p>
      <Show when={attentionIn(counts()) > 0}>
        <Section title={t.sync.needsYou} count={attentionIn(counts())}>
          <DeviceCases onLeave={props.onClose} />
          <For each={device.refused()}>
            {(refused, index) => (
              <Dynamic
                component={refused.code === "brief_changed" ? HeldApproval : RefusedCase}
                refused={refused}
                isFirst={index() === 0 && !counts().isSignedOut && counts().isStoring}
                onLeave={props.onClose}
                onDone={setSaid}
              />
            )}
          </For>
        </Section>
      </Show>
      <Waiting onLeave={props.onClose} />
      <SyncAnnouncer />
    </Sheet>
  );
};

const countsOf = (device: Device): AttentionCounts => ({
  refused: device.refused().length,
  waiting: device.waiting().length,
  isSignedOut: device.sessionEnded(),
  isStoring: device.isStoring(),
  isOffline: device.status().kind === "offline",
});

/** When the server was last heard of, and how much of the device this takes. */
const Facts = () => {
  const device = useDevice();
  const used = createStorageUsed();
  return (
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
        <Show when={used()}>
          {(storage) => (
            <span>
              {t.sync.onThis[deviceKind()]} <b>{t.sync.sizeOf(byteSize(storage().usage), byteSize(storage().quota))}</b>
            </span>
          )}
        </Show>
      </Suspense>
    </p>
  );
};

const Waiting = (props: { onLeave: () => void }) => {
  const device = useDevice();
  const isCalm = () => attentionIn(countsOf(device)) === 0;
  const numbers = createMemo(() => {
    const waiting = new Set(device.waiting().map(({ ticket }) => ticket));
    const rows = device.tickets().filter(({ summary }) => waiting.has(summary.id));
    return new Map(rows.map(({ summary }) => [summary.id, summary.state.number]));
  });
  return (
    <Show
      when={device.waiting().length > 0}
      fallback={<Show when={isCalm()}>{<p class="sync-calm t2 ink-2">{t.sync.nothingWaits}</p>}</Show>}
    >
      <Section title={t.sync.waiting} count={device.waiting().length}>
        <ul>
          <For each={device.waiting()}>
            {(change) => (
              <WaitingRow change={change} number={numbers().get(change.ticket) ?? null} onLeave={props.onLeave} />
            )}
          </For>
        </ul>
      </Section>
    </Show>
  );
};
