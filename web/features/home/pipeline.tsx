import { A } from "@solidjs/router";
import { createMemo, For } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { now } from "../../platform/now.ts";
import { type StationCount, standingOf } from "../../presentation/standing.ts";
import { type StationStatus, toneOf } from "../../presentation/status-marks.ts";
import { Icon } from "../../ui/icon.tsx";
import "./pipeline.css";

/** More ticks than this would only be a bar; the number stays exact. */
const ticksAtMost = 24;

/** The rule, Home's size: a number and a tick a ticket for every station; eight links in all. */
export const Pipeline = () => {
  const device = useDevice();
  const standing = createMemo(() => standingOf(device.tickets(), now()));
  return (
    <nav class="pipeline" aria-label={t.app.home.stations}>
      <ol class="pipeline-stations">
        <For each={standing().stations}>{(station) => <StationLink station={station} />}</For>
      </ol>
      <p class="pipeline-rest t2">
        <A class={stopped(standing().overdue)} href="/tickets?status=overdue">
          <Icon name="icon-alarm-clock" />
          {t.app.home.overdue(standing().overdue)}
        </A>
        <A class={stopped(standing().rejected)} href="/tickets?status=rejected">
          <Icon name="icon-x" />
          {t.app.home.rejected(standing().rejected)}
        </A>
        <A class="pipeline-total" href="/tickets">
          {t.app.home.total(standing().total)}
          <Icon name="icon-chevron-right" />
        </A>
      </p>
    </nav>
  );
};

const StationLink = (props: { station: StationCount }) => {
  const ticks = () => {
    const { count, late, unsent } = props.station;
    const shown = Math.min(count, ticksAtMost);
    return Array.from({ length: shown }, (_, index) => {
      if (index < late) return "late";
      return index >= shown - unsent ? "unsent" : "";
    });
  };
  return (
    <li>
      <A class="pipeline-station" href={`/tickets?status=${asked(props.station.status)}`}>
        <b class="pipeline-count">{props.station.count}</b>
        <span class={`pipeline-ticks tone-${toneOf[props.station.status]}`} aria-hidden="true">
          <For each={ticks()}>{(kind) => <span class={`pipeline-tick ${kind}`} />}</For>
        </span>
        <span class="pipeline-name t1 ink-2">{t.words.status[props.station.status]}</span>
      </A>
    </li>
  );
};

/** Red asks for something; nothing asks for nothing. */
const stopped = (count: number): string => (count > 0 ? "tone-stop" : "tone-quiet");

/** What is closed stands at the last station, and is in its number. */
const asked = (status: StationStatus): string => (status === "completed" ? "completed,closed" : status);
