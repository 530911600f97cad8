import { Show } from "solid-js";
import type { Priority, State } from "../../shared/ticket/ticket.ts";
import { t } from "../i18n/messages.ts";
import { now } from "../platform/now.ts";
import { overdueText } from "../presentation/deadlines.ts";
import { Icon } from "../ui/icon.tsx";
import "./marks.css";

/** Added to a status, never instead of it. */
export const OverdueMark = (props: { state: State }) => (
  <Show when={overdueText(props.state, now())}>
    {(text) => (
      <span class="mark mark-overdue">
        <Icon name="icon-alarm-clock" />
        <span>{text()}</span>
      </span>
    )}
  </Show>
);

/** What this person did and nobody else has seen yet. */
export const PencilMark = (props: { text: string }) => (
  <span class="mark mark-pencil">
    <Icon name="icon-circle-dashed" />
    <span class="pencilled">{props.text}</span>
  </span>
);

const chevrons = {
  low: "icon-chevron-down",
  medium: "icon-equal",
  high: "icon-chevron-up",
  urgent: "icon-chevrons-up",
} as const satisfies Record<Priority, string>;

export const PriorityMark = (props: { priority: Priority }) => (
  <span class="mark mark-priority">
    <Icon name={chevrons[props.priority]} />
    <span>{t.words.priority[props.priority]}</span>
  </span>
);
