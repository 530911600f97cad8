import { For, type JSX, Show } from "solid-js";
import { totalQuantity } from "../../../shared/ticket/request-types.ts";
import { t } from "../../i18n/messages.ts";
import { MarkedText } from "../../parts/marked-text.tsx";
import { OverdueMark, PencilMark, PriorityMark } from "../../parts/marks.tsx";
import { Moment } from "../../parts/moment.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { StatusMark } from "../../parts/status-mark.tsx";
import { now } from "../../platform/now.ts";
import { overdueText } from "../../presentation/deadlines.ts";
import { dayAndTime } from "../../presentation/moments.ts";
import { titleOf, usernameOf } from "../../presentation/names.ts";
import { shownStatus } from "../../presentation/status-marks.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { Icon } from "../../ui/icon.tsx";
import { WindowList } from "../../ui/window-list.tsx";
import { type Column, columns, nextSort } from "./list-query.ts";
import { useList } from "./list-state.tsx";
import "./ticket-table.css";

/** In rem. */
const rowHeight = 3.125;

interface TicketTableProps {
  tickets: readonly ListedTicket[];
  onReady: (reveal: (index: number) => void) => void;
}

/** Tickets as lines under columns, each of which sorts. Laid out as a grid, so that any number scrolls. */
export const TicketTable = (props: TicketTableProps) => (
  // biome-ignore lint/a11y/useSemanticElements: only the rows in sight are in the document, at a height of their own
  <div class="list-table" role="table" aria-label={t.app.tickets.heading} aria-rowcount={props.tickets.length + 1}>
    {/* biome-ignore lint/a11y/useSemanticElements: see above */}
    <div class="table-head" role="rowgroup">
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: what can be pressed is in its cells */}
      <div class="table-grid t1" role="row" aria-rowindex={1}>
        <For each={columns}>{(column) => <ColumnHeader column={column} />}</For>
      </div>
    </div>
    <WindowList
      items={props.tickets}
      keyOf={({ summary }) => summary.id}
      rowHeight={rowHeight}
      role="rowgroup"
      onReady={props.onReady}
    >
      {(listed, index) => <TableRow listed={listed()} index={index()} />}
    </WindowList>
  </div>
);

const ColumnHeader = (props: { column: Column }) => {
  const list = useList();
  const direction = () => {
    const { sort } = list.query();
    if (sort?.by !== props.column) return undefined;
    return sort.isDescending ? "descending" : "ascending";
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the table
    // biome-ignore lint/a11y/useFocusableInteractive: its button is
    <div class={`table-${props.column}`} role="columnheader" aria-sort={direction()}>
      <button type="button" onClick={() => list.ask({ sort: nextSort(list.query().sort, props.column) })}>
        {t.list.columns[props.column]}
        <Show when={direction()}>
          {(there) => <Icon name={there() === "ascending" ? "icon-arrow-up" : "icon-arrow-down"} />}
        </Show>
      </button>
    </div>
  );
};

const TableRow = (props: { listed: ListedTicket; index: number }) => {
  const device = useDevice();
  const list = useList();
  const summary = () => props.listed.summary;
  const fields = () => summary().fields;
  const state = () => summary().state;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the table
    // biome-ignore lint/a11y/useFocusableInteractive: its link is
    <div class="row table-grid t2" role="row" aria-rowindex={props.index + 2}>
      <Cell class="ink-2 figures">
        <Show when={state().number}>{(number) => t.words.number(number())}</Show>
      </Cell>
      <Cell>
        <a
          class="row-link"
          href={list.hrefOf(summary().id)}
          data-ticket={summary().id}
          onFocus={() => list.setCursor(summary().id)}
        >
          <MarkedText text={titleOf(summary())} query={list.query().text} />
        </a>
      </Cell>
      <Cell class="table-cell">
        <Show when={props.listed.hasWaiting} fallback={<StatusMark state={state()} />}>
          <PencilMark text={t.words.status[shownStatus(state())]} />
        </Show>
      </Cell>
      <Cell class="table-cell table-priority">
        <PriorityMark priority={fields().priority} />
      </Cell>
      <Cell class="table-cell table-request_type ink-2">
        <Show when={fields().requestType}>{(type) => t.words.requestType[type()]}</Show>
      </Cell>
      <Cell class="table-cell table-requester ink-2">{usernameOf(state().requester, device.directory())}</Cell>
      <Cell class="table-cell">
        <Assignee listed={props.listed} />
      </Cell>
      <Cell class="table-cell">
        <Deadline listed={props.listed} />
      </Cell>
      <Cell class="table-quantity figures">{totalQuantity(fields())}</Cell>
    </div>
  );
};

const Cell = (props: { class?: string; children: JSX.Element }) => (
  // biome-ignore lint/a11y/useSemanticElements: see the table
  <span role="cell" class={props.class}>
    {props.children}
  </span>
);

const Assignee = (props: { listed: ListedTicket }) => {
  const device = useDevice();
  const state = () => props.listed.summary.state;
  return (
    <Show when={state().assignee} fallback={<span class="ink-3">{t.words.nobodyYet}</span>}>
      {(assignee) => (
        <>
          {usernameOf(assignee(), device.directory())}{" "}
          <Show when={state().collaborators.length > 0}>{t.words.and(state().collaborators.length)}</Show>
        </>
      )}
    </Show>
  );
};

const Deadline = (props: { listed: ListedTicket }) => {
  const state = () => props.listed.summary.state;
  return (
    <Show when={state().deadline} fallback={<span class="ink-3">{t.app.tickets.fromApproval}</span>}>
      {(deadline) => (
        <Show when={overdueText(state(), now()) === null} fallback={<OverdueMark state={state()} />}>
          <span classList={{ "ink-3": state().completedAt !== null }}>
            <Moment at={deadline()} as={dayAndTime} />
          </span>
        </Show>
      )}
    </Show>
  );
};
