import { For } from "solid-js";
import type { State } from "../../shared/ticket/ticket.ts";
import { t } from "../i18n/messages.ts";
import { marksOf, shownStatus, toneOf } from "../presentation/status-marks.ts";
import "./status-mark.css";

/** The rule as a glyph, 22 × 12, and the status in words: always both. */
export const StatusMark = (props: { state: State }) => {
  const shown = () => shownStatus(props.state);
  return (
    <span class={`status tone-${toneOf[shown()]}`}>
      <StatusGlyph state={props.state} />
      <span class="status-word">{t.words.status[shown()]}</span>
    </span>
  );
};

const StatusGlyph = (props: { state: State }) => (
  <svg class="glyph" viewBox="0 0 22 12" width="22" height="12" aria-hidden="true">
    <For each={marksOf(props.state)}>
      {(mark, index) => {
        const x = () => index() * 5;
        switch (mark) {
          case "dot":
            return <rect class="glyph-dot" x={x()} y="10" width="2" height="2" />;
          case "short":
            return <rect class="glyph-passed" x={x()} y="6" width="2" height="6" />;
          case "tall":
            return <rect x={x()} y="0" width="2.5" height="12" />;
          case "cross":
            return <path class="glyph-cross" d={`M${Math.max(0.5, x() - 2)} 2.5l6 8m0-8l-6 8`} />;
        }
      }}
    </For>
  </svg>
);
