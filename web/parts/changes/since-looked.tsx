import { type JSX, Show } from "solid-js";
import type { IsoTime } from "../../../shared/time.ts";
import { t } from "../../i18n/messages.ts";
import { clock, dayName, shortMoment } from "../../presentation/moments.ts";
import { Icon } from "../../ui/icon.tsx";
import { Moment } from "../moment.tsx";
import "./since-looked.css";

/** 'n changes since you looked yesterday 17:40' above what they are; a quiet line where there is none. */
export const SinceLooked = (props: { count: number; at: IsoTime; children?: JSX.Element }) => (
  <section class="since" aria-label={t.changes.heading}>
    <Show
      when={props.count > 0}
      fallback={
        <p class="t2 ink-3">
          {t.changes.none} <Moment at={props.at} as={lookedMoment} />
        </p>
      }
    >
      <p class="since-head">
        <Icon name="icon-history" large />
        <span>
          <b>{t.changes.since(props.count)}</b>{" "}
          <span class="t2 ink-3">
            <Moment at={props.at} as={lookedMoment} />
          </span>
        </span>
      </p>
      {props.children}
    </Show>
  </section>
);

/** 'yesterday 17:40' */
const lookedMoment = (ms: number, nowMs: number): string =>
  dayName(ms, nowMs) === t.times.yesterday ? t.changes.yesterdayAt(clock(ms)) : shortMoment(ms, nowMs);
