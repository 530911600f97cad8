import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { isOverdue } from "../../../shared/ticket/deadline.ts";
import { isShoot } from "../../../shared/ticket/request-types.ts";
import { toMs } from "../../../shared/time.ts";
import { t } from "../../i18n/messages.ts";
import { OverdueMark, PencilMark } from "../../parts/marks.tsx";
import { QuickActions } from "../../parts/quick-actions.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { now } from "../../platform/now.ts";
import { timeLeft } from "../../presentation/deadlines.ts";
import { clock, dayAndRange, shortMoment } from "../../presentation/moments.ts";
import { workRun } from "../../presentation/stations.ts";
import { shownStatus } from "../../presentation/status-marks.ts";
import type { ListedTicket } from "../../sync/device.ts";
import "./on-now.css";

/** What is on now, with its one action; the ink line runs as far as its time has. */
export const OnNow = (props: { listed: ListedTicket }) => {
  const summary = () => props.listed.summary;
  const state = () => summary().state;
  return (
    <article class="on-now">
      <h3 class="t4">
        <A class="on-now-link" href={`/tickets/${summary().id}`}>
          {summary().fields.title.trim() === "" ? t.words.untitled : summary().fields.title}
        </A>
      </h3>
      <div class="on-now-facts t1">
        <p class="ink-3 figures">{metaOf(props.listed)}</p>
        <p>
          <Show when={props.listed.hasWaiting} fallback={<StatusMark state={state()} />}>
            <PencilMark text={t.app.tickets.waiting(t.words.status[shownStatus(state())])} />
          </Show>
        </p>
      </div>
      <div class="on-now-action">
        <QuickActions listed={props.listed} />
      </div>
      <Show when={workRun(state(), now())}>
        {(run) => (
          <div class="on-now-run t1">
            <div class="on-now-line" classList={{ "on-now-late": isOverdue(state(), now()) }} aria-hidden="true">
              <div style={{ width: `${100 * run().part}%` }} />
            </div>
            <span class="ink-3 figures">{t.home.started(shortMoment(run().startMs, now()))}</span>
            <Show when={timeLeft(state(), now())} fallback={<OverdueMark state={state()} />}>
              {(left) => <b class="figures">{left()}</b>}
            </Show>
          </div>
        )}
      </Show>
    </article>
  );
};

/** '14:00–18:00', the day too where it is not today. */
const hours = (startMs: number, endMs: number): string =>
  isSameDay(startMs, now()) && isSameDay(endMs, now())
    ? t.times.range(clock(startMs), clock(endMs))
    : dayAndRange(startMs, endMs, now());

const isSameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();

/** '14:00–18:00 · Videoshoot · #1042' */
const metaOf = ({ summary: { fields, state } }: ListedTicket): string => {
  const { scheduledStart, scheduledEnd, requestType } = fields;
  const when = () => {
    if (isShoot(fields) && scheduledStart !== null && scheduledEnd !== null) {
      return hours(toMs(scheduledStart), toMs(scheduledEnd));
    }
    return state.deadline === null ? null : t.times.due(shortMoment(toMs(state.deadline), now()));
  };
  return [
    when(),
    requestType === null ? null : t.words.requestType[requestType],
    state.number === null ? null : t.words.number(state.number),
  ]
    .filter((part) => part !== null)
    .join(" · ");
};
