import { type JSX, Show } from "solid-js";
import { type IsoTime, toMs } from "../../../shared/time.ts";
import { t } from "../../i18n/messages.ts";
import { now } from "../../platform/now.ts";
import { clock, dayName, shortMoment } from "../../presentation/moments.ts";
import { Icon } from "../../ui/icon.tsx";
import { Moment } from "../moment.tsx";
import "./since-looked.css";

/** Of what was looked at just now nobody has to hear that it is the same. */
const justNowMs = 600_000;

/** 'n changes since you looked yesterday 17:40' above what they are; a quiet line where there is none. */
export const SinceLooked = (props: { count: number; at: IsoTime; children?: JSX.Element }) => (
  <Show when={props.count > 0 || now() - toMs(props.at) > justNowMs}>
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
  </Show>
);

/** 'yesterday 17:40' */
const lookedMoment = (ms: number, nowMs: number): string =>
  dayName(ms, nowMs) === t.times.yesterday ? t.changes.yesterdayAt(clock(ms)) : shortMoment(ms, nowMs);
