import { For } from "solid-js";
import type { State } from "../../shared/ticket/ticket.ts";
import { t } from "../i18n/messages.ts";
import { type Mark, marksOf, shownStatus, toneOf } from "../presentation/status-marks.ts";
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

/** One path a colour, not one shape a station: a list draws a hundred of them at once. */
const StatusGlyph = (props: { state: State }) => (
  <svg class="glyph" viewBox="0 0 22 12" width="22" height="12" aria-hidden="true">
    <For each={pathsOf(marksOf(props.state))}>{({ mark, d }) => <path class={`glyph-${mark}`} d={d} />}</For>
  </svg>
);

const shapes: Record<Mark, (x: number) => string> = {
  dot: (x) => `M${x} 10h2v2h-2z`,
  short: (x) => `M${x} 6h2v6h-2z`,
  tall: (x) => `M${x} 0h2.5v12h-2.5z`,
  cross: (x) => `M${Math.max(0.5, x - 2)} 2.5l6 8m0-8l-6 8`,
};
const kinds = Object.keys(shapes) as Mark[];

const pathsOf = (marks: readonly Mark[]): { mark: Mark; d: string }[] =>
  kinds
    .filter((kind) => marks.includes(kind))
    .map((kind) => ({ mark: kind, d: marks.map((mark, i) => (mark === kind ? shapes[kind](i * 5) : "")).join("") }));
