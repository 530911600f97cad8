import { createMemo, createSelector, Show } from "solid-js";
import type { TicketId } from "../../../shared/ids.ts";
import { TicketRow } from "../../parts/ticket-row.tsx";
import { now } from "../../platform/now.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { WindowList } from "../../ui/window-list.tsx";
import { groupTickets, type ListLine, ticketLine } from "./group-tickets.ts";
import { useList } from "./list-state.tsx";

/** In rem: three lines, or two beside an open ticket. */
const rowHeight = 6;
const compactHeight = 3.875;
const groupHeight = 2.75;

interface TicketRowsProps {
  tickets: readonly ListedTicket[];
  openId: TicketId | null;
  isCompact: boolean;
  onReady: (reveal: (index: number) => void) => void;
}

/** Tickets one under the other, under names of the parts their order has. */
export const TicketRows = (props: TicketRowsProps) => {
  const list = useList();
  const isOpen = createSelector(() => props.openId);
  const lines = createMemo(() => {
    // What fits a search best is in no order that has parts.
    const { sort, text } = list.query();
    const isByFit = text !== "" && sort === null;
    return isByFit ? props.tickets.map(ticketLine) : groupTickets(props.tickets, sort, now());
  });
  const heightOf = (line: ListLine) => {
    if (line.kind === "group") return groupHeight;
    return props.isCompact ? compactHeight : rowHeight;
  };
  const reveal = (toRow: (index: number) => void) => (index: number) => {
    const wanted = props.tickets[index];
    toRow(lines().findIndex((line) => line.kind === "ticket" && line.listed === wanted));
  };
  return (
    <WindowList
      items={lines()}
      keyOf={(line) => line.key}
      rowHeight={heightOf}
      onReady={(toRow) => props.onReady(reveal(toRow))}
    >
      {(line) => (
        <Show when={listedIn(line())} fallback={<GroupName line={line()} />}>
          {(listed) => (
            <TicketRow
              listed={listed()}
              isOpen={isOpen(listed().summary.id)}
              isCompact={props.isCompact}
              href={list.hrefOf(listed().summary.id)}
              query={list.query().text}
              onFocus={() => list.setCursor(listed().summary.id)}
            />
          )}
        </Show>
      )}
    </WindowList>
  );
};

const listedIn = (line: ListLine) => (line.kind === "ticket" ? line.listed : undefined);

const GroupName = (props: { line: ListLine }) => (
  <h2 class="list-group t2">{props.line.kind === "group" ? props.line.name : ""}</h2>
);
