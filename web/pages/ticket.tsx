import { A, useParams } from "@solidjs/router";
import { createEffect, createMemo, createSignal, Match, on, onCleanup, Show, Switch } from "solid-js";
import { type TicketId, ticketIdIn } from "../../shared/ids.ts";
import { IntakeView } from "../features/intake/intake-view.tsx";
import { ListedOnly } from "../features/ticket/listed-only.tsx";
import { TicketView } from "../features/ticket/ticket-view.tsx";
import { t } from "../i18n/messages.ts";
import { BackButton } from "../parts/back-button.tsx";
import { useDevice } from "../parts/session-context.ts";
import { SyncPill } from "../parts/sync/sync-pill.tsx";
import { createDocumentTitle } from "../platform/document-title.ts";
import { isPhone } from "../platform/layout.ts";
import { Empty } from "../ui/empty.tsx";
import { NextTask } from "../ui/next-task.tsx";
import { PageHead } from "../ui/page-head.tsx";

export default function Ticket() {
  const params = useParams();
  return (
    <Show when={ticketIdIn(params.id)} keyed fallback={<Absent />}>
      {(id) => <Opened id={id} />}
    </Show>
  );
}

/** Opens one ticket for as long as it is looked at. A draft is a form; everything later is a ticket. */
const Opened = (props: { id: TicketId }) => {
  const device = useDevice();
  const isOffline = createMemo(() => device.status().kind === "offline");
  // What was asked for without a network is asked for again with one.
  const [attempt, setAttempt] = createSignal({});
  return (
    <Show when={attempt()} keyed>
      {(_) => {
        const open = device.open(props.id);
        onCleanup(() => open.close());
        createEffect(
          on(isOffline, (offline, before) => {
            if (before === true && !offline && open.phase() === "absent") setAttempt({});
          }),
        );
        const listed = () => device.tickets().find(({ summary }) => summary.id === props.id);
        const isDraft = () => open.ticket().state.status === "draft" && open.ticket().state.trashed === null;
        return (
          <Switch>
            <Match when={open.phase() === "absent"}>
              <Show when={isOffline() && listed()} fallback={<Absent isOffline={isOffline()} />}>
                {(row) => <ListedOnly summary={row().summary} />}
              </Show>
            </Match>
            <Match when={open.phase() === "ready" && isDraft()}>
              <IntakeView open={open} />
            </Match>
            <Match when={open.phase() === "ready"}>
              <NextTask>
                <TicketView open={open} />
              </NextTask>
            </Match>
          </Switch>
        );
      }}
    </Show>
  );
};

/** Deleted, never there, not theirs: the same words, so that nobody learns which. */
const Absent = (props: { isOffline?: boolean }) => {
  const words = () => (props.isOffline === true ? t.ticket.absent : t.ticket.gone);
  createDocumentTitle(() => words().title);
  return (
    <div class="pane">
      <PageHead before={<Show when={isPhone()}>{<BackButton home="/tickets" />}</Show>}>
        <SyncPill />
      </PageHead>
      <Empty title={words().title} text={words().text} isPage>
        <A class="button button-words" href="/tickets">
          {t.ticket.absent.action}
        </A>
      </Empty>
    </div>
  );
};
