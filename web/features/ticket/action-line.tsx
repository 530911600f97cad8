import { Show } from "solid-js";
import type { IsoTime } from "../../../shared/time.ts";
import { t } from "../../i18n/messages.ts";
import { PencilMark } from "../../parts/marks.tsx";
import { Moment } from "../../parts/moment.tsx";
import { actionIcons, actionSentence, actionText } from "../../presentation/action-sentence.ts";
import type { StreamAction } from "../../sync/device.ts";
import { Icon } from "../../ui/icon.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { useTicketPage } from "./ticket-context.ts";

/** One 14 px line of activity, and what was written with it. */
export const ActionLine = (props: { entry: StreamAction; at: IsoTime }) => {
  const { viewer } = useTicketPage();
  return (
    <div class="act t2">
      <Icon name={actionIcons[props.entry.action.type]} />
      <p>
        <Sentence text={actionSentence(props.entry.action, viewer())} />{" "}
        <span class="ink-3 t1">
          <Moment at={props.at} />
        </span>{" "}
        <Show when={props.entry.ruling === null}>
          <PencilMark text={t.ticket.stream.waiting} />
        </Show>
      </p>
      <Show when={actionText(props.entry.action) !== ""}>
        <p class="act-text">{actionText(props.entry.action)}</p>
      </Show>
    </div>
  );
};
