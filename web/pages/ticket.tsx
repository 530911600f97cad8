import { A, useParams } from "@solidjs/router";
import { Match, onCleanup, Show, Switch } from "solid-js";
import { type TicketId, ticketIdIn } from "../../shared/ids.ts";
import { IntakeView } from "../features/intake/intake-view.tsx";
import { TicketView } from "../features/ticket/ticket-view.tsx";
import { t } from "../i18n/messages.ts";
import { BackButton } from "../parts/back-button.tsx";
import { useDevice } from "../parts/session-context.ts";
import { SyncPill } from "../parts/sync/sync-pill.tsx";
import { isPhone } from "../platform/layout.ts";
import { Empty } from "../ui/empty.tsx";
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
  const open = useDevice().open(props.id);
  onCleanup(() => open.close());
  const isDraft = () => open.ticket().state.status === "draft" && open.ticket().state.trashed === null;
  return (
    <Switch>
      <Match when={open.phase() === "absent"}>
        <Absent />
      </Match>
      <Match when={open.phase() === "ready" && isDraft()}>
        <IntakeView open={open} />
      </Match>
      <Match when={open.phase() === "ready"}>
        <TicketView open={open} />
      </Match>
    </Switch>
  );
};

const Absent = () => (
  <div class="pane">
    <PageHead before={<Show when={isPhone()}>{<BackButton home="/tickets" />}</Show>}>
      <SyncPill />
    </PageHead>
    <Empty title={t.ticket.absent.title} text={t.ticket.absent.text}>
      <A class="button button-words" href="/tickets">
        {t.ticket.absent.action}
      </A>
    </Empty>
  </div>
);
