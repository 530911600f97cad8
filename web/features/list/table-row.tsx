import { A, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { totalQuantity } from "../../../shared/ticket/request-types.ts";
import { t } from "../../i18n/messages.ts";
import { OverdueMark, PencilMark, PriorityMark } from "../../parts/marks.tsx";
import { Moment } from "../../parts/moment.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { StatusMark } from "../../parts/status-mark.tsx";
import { now } from "../../platform/now.ts";
import { overdueText } from "../../presentation/deadlines.ts";
import { dayAndTime } from "../../presentation/moments.ts";
import { usernameOf } from "../../presentation/names.ts";
import { shownStatus } from "../../presentation/status-marks.ts";
import type { ListedTicket } from "../../sync/device.ts";
import "./table-row.css";

/** The columns' names; each row says its own to screen readers. */
export const TableHead = () => (
  <div class="table-head table-grid t1 ink-2" aria-hidden="true">
    <span>{t.app.tickets.columns.number}</span>
    <span>{t.app.tickets.columns.ticket}</span>
    <span>{t.app.tickets.columns.status}</span>
    <span>{t.app.tickets.columns.priority}</span>
    <span class="table-type">{t.app.tickets.columns.requestType}</span>
    <span class="table-requester">{t.app.tickets.columns.requester}</span>
    <span>{t.app.tickets.columns.assignee}</span>
    <span>{t.app.tickets.columns.deadline}</span>
    <span class="table-quantity">{t.app.tickets.columns.quantity}</span>
  </div>
);

/** A ticket as one line of a table, at a desk. */
export const TableRow = (props: { listed: ListedTicket }) => {
  const device = useDevice();
  const location = useLocation();
  const fields = () => props.listed.summary.fields;
  const state = () => props.listed.summary.state;
  return (
    <article class="row table-grid t2">
      <span class="ink-2 figures">
        <Show when={state().number}>{(number) => t.words.number(number())}</Show>
      </span>
      <span class="table-cell table-title">
        <A class="row-link" href={`/tickets/${props.listed.summary.id}${location.search}`}>
          {fields().title.trim() === "" ? t.words.untitled : fields().title}
        </A>
      </span>
      <Show when={props.listed.hasWaiting} fallback={<StatusMark state={state()} />}>
        <PencilMark text={t.words.status[shownStatus(state())]} />
      </Show>
      <PriorityMark priority={fields().priority} />
      <span class="table-cell table-type ink-2">
        <Show when={fields().requestType}>{(type) => t.words.requestType[type()]}</Show>
      </span>
      <span class="table-cell table-requester ink-2">{usernameOf(state().requester, device.directory())}</span>
      <Assignee listed={props.listed} />
      <Deadline listed={props.listed} />
      <span class="table-quantity figures">{totalQuantity(fields())}</span>
    </article>
  );
};

const Assignee = (props: { listed: ListedTicket }) => {
  const device = useDevice();
  const state = () => props.listed.summary.state;
  return (
    <Show when={state().assignee} fallback={<span class="ink-3">{t.words.nobodyYet}</span>}>
      {(assignee) => (
        <span class="table-cell">
          {usernameOf(assignee(), device.directory())}{" "}
          <Show when={state().collaborators.length > 0}>{t.words.and(state().collaborators.length)}</Show>
        </span>
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
          <Moment at={deadline()} as={dayAndTime} />
        </Show>
      )}
    </Show>
  );
};
