import { For, Show } from "solid-js";
import { toMs } from "../../../shared/time.ts";
import { t } from "../../i18n/messages.ts";
import { now } from "../../platform/now.ts";
import { exactMoment, stationMoment } from "../../presentation/moments.ts";
import { type Station, stepperOf } from "../../presentation/stations.ts";
import { shownStatus, toneOf } from "../../presentation/status-marks.ts";
import { useTicketPage } from "./ticket-context.ts";
import "./stepper.css";

/** The rule: five stations on a hairline, a tall tick where the ticket is, ink as far as its time has run. */
export const Stepper = () => {
  const { ticket } = useTicketPage();
  const stepper = () => stepperOf(ticket().state, now());
  return (
    <ol
      class={`stepper tone-${toneOf[shownStatus(ticket().state)]}`}
      classList={{ "stepper-overdue": stepper().isOverdue }}
      aria-label={t.ticket.stepper}
      style={{ "--ink-length": `${(stepper().ink / 5) * 100}%` }}
    >
      <For each={stepper().stations}>{(station) => <StationMark station={station} />}</For>
    </ol>
  );
};

const StationMark = (props: { station: Station }) => {
  const { ticket } = useTicketPage();
  const name = () => {
    const shown = shownStatus(ticket().state);
    const isNamedByState = props.station.isHere && (shown === "rejected" || shown === "closed");
    return t.words.status[isNamedByState ? shown : props.station.status];
  };
  return (
    <li
      class={`station station-${props.station.mark}`}
      classList={{ "station-here": props.station.isHere, "station-due": props.station.isDue }}
      aria-current={props.station.isHere ? "step" : undefined}
    >
      <span class="station-date t1">
        <Show when={props.station.at} fallback={" "}>
          {(at) => (
            <time dateTime={at()} title={exactMoment(toMs(at()))}>
              {props.station.isDue ? t.times.due(stationMoment(toMs(at()), now())) : stationMoment(toMs(at()), now())}
            </time>
          )}
        </Show>
      </span>
      <span class="station-name t1">{name()}</span>
    </li>
  );
};
