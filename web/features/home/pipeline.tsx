import { A } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import { isOverdue } from "../../../shared/ticket/deadline.ts";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { now } from "../../platform/now.ts";
import { type StationStatus, shownStatus, stationStatuses, toneOf } from "../../presentation/status-marks.ts";
import { Icon } from "../../ui/icon.tsx";
import "./pipeline.css";

interface StationCount {
  status: StationStatus;
  count: number;
  late: number;
  waiting: number;
}

/** More ticks than this would only be a bar; the number stays exact. */
const ticksAtMost = 24;

/** The rule, Home's size: a number and a tick a ticket for every station; eight links in all. */
export const Pipeline = () => {
  const device = useDevice();
  const counts = createMemo(() => countStations(device.tickets(), now()));
  return (
    <nav class="pipeline" aria-label={t.app.home.stations}>
      <ol class="pipeline-stations">
        <For each={counts().stations}>{(station) => <StationLink station={station} />}</For>
      </ol>
      <p class="pipeline-rest t2">
        <Show when={counts().overdue > 0}>
          <A class="tone-stop" href="/tickets?status=overdue">
            <Icon name="icon-alarm-clock" />
            {t.app.home.overdue(counts().overdue)}
          </A>
        </Show>
        <Show when={counts().rejected > 0}>
          <A class="tone-stop" href="/tickets?status=rejected">
            <Icon name="icon-x" />
            {t.app.home.rejected(counts().rejected)}
          </A>
        </Show>
        <A class="pipeline-total" href="/tickets">
          {t.app.home.total(counts().total)}
          <Icon name="icon-chevron-right" />
        </A>
      </p>
    </nav>
  );
};

const StationLink = (props: { station: StationCount }) => {
  const ticks = () => {
    const { count, late, waiting } = props.station;
    const shown = Math.min(count, ticksAtMost);
    return Array.from({ length: shown }, (_, index) => {
      if (index < late) return "late";
      return index >= shown - waiting ? "unsent" : "";
    });
  };
  return (
    <li>
      <A class="pipeline-station" href={`/tickets?status=${props.station.status}`}>
        <b class="pipeline-count">{props.station.count}</b>
        <span class={`pipeline-ticks tone-${toneOf[props.station.status]}`} aria-hidden="true">
          <For each={ticks()}>{(kind) => <span class={`pipeline-tick ${kind}`} />}</For>
        </span>
        <span class="pipeline-name t1 ink-2">{t.words.status[props.station.status]}</span>
      </A>
    </li>
  );
};

const countStations = (tickets: ReturnType<ReturnType<typeof useDevice>["tickets"]>, nowMs: number) => {
  const stations: StationCount[] = stationStatuses.map((status) => ({ status, count: 0, late: 0, waiting: 0 }));
  let overdue = 0;
  let rejected = 0;
  let total = 0;
  for (const { summary, hasWaiting } of tickets) {
    if (summary.state.trashed !== null) continue;
    total++;
    const isLate = isOverdue(summary.state, nowMs);
    if (isLate) overdue++;
    if (summary.state.status === "rejected") rejected++;
    const station = stations.find(({ status }) => status === shownStatus(summary.state));
    if (station === undefined) continue;
    station.count++;
    if (isLate) station.late++;
    if (hasWaiting) station.waiting++;
  }
  return { stations, overdue, rejected, total };
};
