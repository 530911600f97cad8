import { createResource, createSignal, For, Show } from "solid-js";
import { endOtherSessions, endSession, type OpenSession, readSessions } from "../../api/sessions.ts";
import { t } from "../../i18n/messages.ts";
import { Moment } from "../../parts/moment.tsx";
import { browserName } from "../../presentation/browser-name.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { Sheet } from "../../ui/sheet.tsx";

/** Where one is signed in. Needs the server, unlike all the rest. */
export const Sessions = () => {
  const [sessions, { refetch }] = createResource(readSessions);
  const [isAsking, setAsking] = createSignal(false);
  const [note, setNote] = createSignal("");
  const list = () => (sessions.state === "ready" || sessions.state === "refreshing" ? sessions.latest : null);
  const others = () => (list() ?? []).filter(({ isCurrent }) => !isCurrent);
  const end = async (work: ReturnType<typeof endSession>) => {
    setAsking(false);
    const answer = await work;
    setNote(answer.ok ? "" : t.settings.sessions.failed);
    void refetch();
  };
  return (
    <Section title={t.settings.sessions.heading}>
      <Show when={list()} fallback={<p class="t2 ink-2">{sessions.loading ? "" : t.settings.sessions.offline}</p>}>
        {(all) => (
          <ul>
            <For each={all()}>
              {(session) => <Row session={session} onEnd={() => void end(endSession(session.id))} />}
            </For>
          </ul>
        )}
      </Show>
      <p class="t2" role="status">
        {note()}
      </p>
      <Show when={others().length > 1}>
        <Button class="settings-below" onClick={() => setAsking(true)}>
          {t.settings.sessions.endOthers}
        </Button>
      </Show>
      <Show when={isAsking()}>
        <Sheet title={t.settings.sessions.endOthers} onClose={() => setAsking(false)}>
          <p class="settings-warning">{t.settings.sessions.endOthersAsk(others().length)}</p>
          <div class="sheet-actions">
            <Button onClick={() => setAsking(false)}>{t.app.cancel}</Button>
            <Button danger onClick={() => void end(endOtherSessions())}>
              {t.settings.sessions.endOthers}
            </Button>
          </div>
        </Sheet>
      </Show>
    </Section>
  );
};

const Row = (props: { session: OpenSession; onEnd: () => void }) => {
  const name = () => {
    const { browser, system } = browserName(props.session.userAgent);
    return browser === "" ? t.settings.sessions.unknown : t.settings.sessions.device(browser, system);
  };
  return (
    <li class="settings-row">
      <Icon name={isHandheld(props.session.userAgent) ? "icon-smartphone" : "icon-monitor"} large />
      <div>
        <p>
          <b>{name()}</b>
        </p>
        <p class="t2 ink-2">
          <Show when={!props.session.isCurrent} fallback={t.settings.sessions.here}>
            {t.settings.sessions.lastSeen} <Moment at={props.session.lastSeenAt} />
          </Show>
        </p>
      </div>
      <Show when={!props.session.isCurrent}>
        <Button kind="words" aria-label={t.settings.sessions.endNamed(name())} onClick={() => props.onEnd()}>
          {t.settings.sessions.end}
        </Button>
      </Show>
    </li>
  );
};

const isHandheld = (userAgent: string): boolean => /iPhone|iPad|Android|Mobile/.test(userAgent);
