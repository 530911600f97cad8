import { createSignal, type JSX, Show, Suspense } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { Moment } from "../../parts/moment.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { createPersistence } from "../../platform/persistence.ts";
import { createStorageUsed } from "../../platform/storage-used.ts";
import { byteSize } from "../../presentation/byte-size.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { SignOut } from "./sign-out.tsx";

/** What is kept here, how safely, and how to make room. */
export const OnDevice = () => (
  <Section title={t.app.settings.device}>
    <dl class="settings-facts">
      <Kept />
      <Safe />
    </dl>
    <Room />
    <SignOut />
  </Section>
);

const Fact = (props: { name: string; children: JSX.Element }) => (
  <div class="settings-fact">
    <dt class="t2 ink-2">{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
);

const Kept = () => {
  const device = useDevice();
  const used = createStorageUsed();
  return (
    <>
      <Fact name={t.settings.device.tickets}>
        <span class="figures">{device.kept().tickets}</span>
      </Fact>
      <Suspense>
        <Show when={used()}>
          {(storage) => (
            <Fact name={t.settings.device.space}>
              {t.sync.sizeOf(byteSize(storage().usage), byteSize(storage().quota))}
            </Fact>
          )}
        </Show>
      </Suspense>
      <Fact name={t.settings.device.lastContact}>
        <Show when={device.lastContact()} fallback={t.sync.never}>
          {(at) => <Moment at={at()} />}
        </Show>
      </Fact>
    </>
  );
};

/** Whether the browser may clear it, and a way to ask that it does not. */
const Safe = () => {
  const { isSafe, ask } = createPersistence();
  const [note, setNote] = createSignal("");
  const keepSafe = async () => setNote((await ask()) ? "" : t.settings.device.notGranted);
  return (
    <Show when={isSafe() !== null}>
      <Fact name={t.settings.device.safe}>
        {isSafe() ? t.settings.device.isSafe : t.settings.device.isNotSafe}
        <Show when={!isSafe()}>
          <Button class="settings-below" onClick={() => void keepSafe()}>
            {t.settings.device.keepSafe}
          </Button>
        </Show>
        <p class="t2 ink-2" role="status">
          {note()}
        </p>
      </Fact>
    </Show>
  );
};

/** Tickets that are over may go; they come back from the server when they are opened. */
const Room = () => {
  const device = useDevice();
  const [note, setNote] = createSignal("");
  const isOffline = () => device.status().kind === "offline" || device.sessionEnded();
  const free = async () => {
    if (isOffline()) return setNote(t.settings.device.freeOffline);
    setNote(t.settings.device.freed(await device.freeSpace()));
  };
  return (
    <>
      <Show when={device.kept().spare > 0}>
        <div class="settings-room">
          <p class="t2 ink-2">{t.settings.device.spare(device.kept().spare)}</p>
          <Button onClick={() => void free()}>{t.settings.device.free}</Button>
        </div>
      </Show>
      <p class="t2 ink-2" role="status">
        {note()}
      </p>
    </>
  );
};
