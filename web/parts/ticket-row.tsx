import { type JSX, Show } from "solid-js";
import type { State } from "../../shared/ticket/ticket.ts";
import { toMs } from "../../shared/time.ts";
import { t } from "../i18n/messages.ts";
import { now } from "../platform/now.ts";
import { overdueText } from "../presentation/deadlines.ts";
import { shortMoment } from "../presentation/moments.ts";
import { titleOf } from "../presentation/names.ts";
import { shownStatus } from "../presentation/status-marks.ts";
import type { ListedTicket } from "../sync/device.ts";
import { MarkedText } from "./marked-text.tsx";
import { OverdueMark, PencilMark } from "./marks.tsx";
import { StatusMark } from "./status-mark.tsx";
import "./ticket-row.css";

interface TicketRowProps {
  listed: ListedTicket;
  /** Open in the detail beside the list. */
  isOpen?: boolean;
  /** Two lines: what is due stands beside the status. */
  isCompact?: boolean;
  /** Stands in the place of the meta line. */
  note?: JSX.Element;
  /** The ticket's address within a list, whose filter it keeps. */
  href?: string;
  /** What was searched for is marked in the title. */
  query?: string;
  onFocus?: () => void;
  /** One action at the right, above the row's own link. */
  action?: JSX.Element;
}

/** A ticket in a list: title, meta line, state line. The whole row opens it. */
export const TicketRow = (props: TicketRowProps) => {
  const summary = () => props.listed.summary;
  const state = () => summary().state;
  return (
    <article class="row" classList={{ "row-open": props.isOpen === true, "row-compact": props.isCompact === true }}>
      <div class="row-text">
        <a
          class="row-link"
          href={props.href ?? `/tickets/${summary().id}`}
          data-ticket={summary().id}
          onFocus={() => props.onFocus?.()}
          aria-current={props.isOpen === true ? "page" : undefined}
        >
          <MarkedText text={titleOf(summary())} query={props.query} />
        </a>
        <Show when={props.isCompact !== true}>
          <p class="row-meta t1 ink-3">{props.note ?? <RowMeta listed={props.listed} />}</p>
        </Show>
        <p class="row-state t1">
          <Show when={props.listed.hasWaiting} fallback={<StatusMark state={state()} />}>
            <PencilMark text={t.app.tickets.waiting(t.words.status[shownStatus(state())])} />
          </Show>
          <Show when={props.isCompact === true}>
            <RowDue state={state()} />
          </Show>
        </p>
      </div>
      <Show when={props.action}>
        <div class="row-action">{props.action}</div>
      </Show>
    </article>
  );
};

const RowDue = (props: { state: State }) => (
  <Show when={overdueText(props.state, now()) === null} fallback={<OverdueMark state={props.state} />}>
    <Show when={props.state.completedAt === null && props.state.deadline}>
      {(deadline) => <span class="figures ink-2">{shortMoment(toMs(deadline()), now())}</span>}
    </Show>
  </Show>
);

/** 'Due 12:00 · Videoshoot · #1049', parts that are known only; overdue goes first. */
const RowMeta = (props: { listed: ListedTicket }) => {
  const parts = () => {
    const { fields, state } = props.listed.summary;
    const due = state.deadline !== null && state.completedAt === null && overdueText(state, now()) === null;
    return [
      due && state.deadline !== null ? t.times.due(shortMoment(toMs(state.deadline), now())) : null,
      fields.requestType === null ? null : t.words.requestType[fields.requestType],
    ].filter((part) => part !== null);
  };
  return (
    <>
      <OverdueMark state={props.listed.summary.state} />
      <span class="row-parts">{parts().join(" · ")}</span>
      {/* Where there is too little room it is the last thing to be cut. */}
      <Show when={props.listed.summary.state.number}>
        {(number) => <span class="row-number">{` · ${t.words.number(number())}`}</span>}
      </Show>
    </>
  );
};
