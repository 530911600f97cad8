import { type RouteSectionProps, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { ticketIdIn } from "../../shared/ids.ts";
import { ListHead } from "../features/list/list-head.tsx";
import { ListProvider, useList } from "../features/list/list-state.tsx";
import { TicketList } from "../features/list/ticket-list.tsx";
import { MenuButton } from "../features/shell/menu-button.tsx";
import { NeighboursProvider } from "../parts/neighbours.tsx";
import { isPhone } from "../platform/layout.ts";
import { NextTask } from "../ui/next-task.tsx";
import "./tickets.css";

/** The list; beside it, or on a phone in its place, the ticket that is open. */
export default function Tickets(props: RouteSectionProps) {
  return (
    <ListProvider>
      <ListAndTicket {...props} />
    </ListProvider>
  );
}

const ListAndTicket = (props: RouteSectionProps) => {
  const params = useParams();
  const list = useList();
  const openId = () => ticketIdIn(params.id);
  const isAlone = () => params.id === undefined;
  const neighbour = (by: 1 | -1) => {
    const shown = list.shown();
    const at = shown.findIndex(({ summary }) => summary.id === openId());
    const there = at < 0 ? undefined : shown[at + by];
    return there === undefined ? null : list.hrefOf(there.summary.id);
  };
  return (
    <NeighboursProvider value={{ previous: () => neighbour(-1), next: () => neighbour(1) }}>
      <main class="panes" classList={{ "panes-two": !isAlone() }}>
        <Show when={isAlone() || !isPhone()}>
          <div class="pane pane-list">
            <ListHead before={<MenuButton />} isPane={!isAlone()} />
            <NextTask>
              <TicketList openId={openId()} isPane={!isAlone()} />
            </NextTask>
          </div>
        </Show>
        <Show when={!isAlone()}>{props.children}</Show>
      </main>
    </NeighboursProvider>
  );
};
