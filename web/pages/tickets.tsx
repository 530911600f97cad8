import { type RouteSectionProps, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { ticketIdIn } from "../../shared/ids.ts";
import { ListSearch } from "../features/list/list-search.tsx";
import { type ListShape, TicketList } from "../features/list/ticket-list.tsx";
import { MenuButton } from "../features/shell/menu-button.tsx";
import { t } from "../i18n/messages.ts";
import { useDevice } from "../parts/session-context.ts";
import { SyncPill } from "../parts/sync/sync-pill.tsx";
import { isDesk, isPhone } from "../platform/layout.ts";
import { PageHead } from "../ui/page-head.tsx";
import "./tickets.css";

/** The list; beside it, or on a phone in its place, the ticket that is open. */
export const Tickets = (props: RouteSectionProps) => {
  const params = useParams();
  const isAlone = () => params.id === undefined;
  const shape = (): ListShape => {
    if (!isDesk()) return "rows";
    return isAlone() ? "table" : "pane";
  };
  return (
    <main class="panes" classList={{ "panes-two": !isAlone() }}>
      <Show when={isAlone() || !isPhone()}>
        <div class="pane pane-list">
          <ListHead shape={shape()} isAlone={isAlone()} />
          <TicketList openId={ticketIdIn(params.id)} shape={shape()} />
        </div>
      </Show>
      <Show when={!isAlone()}>{props.children}</Show>
    </main>
  );
};

const ListHead = (props: { shape: ListShape; isAlone: boolean }) => {
  const device = useDevice();
  return (
    <PageHead
      before={<MenuButton />}
      name={
        <h1 class="t3">
          {t.app.tickets.heading}{" "}
          <span class="count">{device.tickets().filter(({ summary }) => summary.state.trashed === null).length}</span>
        </h1>
      }
    >
      <Show when={props.shape === "table"}>
        <ListSearch />
      </Show>
      <Show when={props.isAlone}>
        <SyncPill />
      </Show>
    </PageHead>
  );
};
