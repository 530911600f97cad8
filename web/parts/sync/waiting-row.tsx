import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import type { WaitingChange } from "../../sync/device.ts";
import { Icon } from "../../ui/icon.tsx";
import { Moment } from "../moment.tsx";
import "./waiting-row.css";

interface WaitingRowProps {
  change: WaitingChange;
  number: number | null;
  onLeave: () => void;
}

/** What waits, on which ticket, since when. */
export const WaitingRow = (props: WaitingRowProps) => (
  <li>
    <A class="waiting t2" href={`/tickets/${props.change.ticket}`} onClick={() => props.onLeave()}>
      <Icon name="icon-circle-dashed" large />
      <span>
        <span class="pencilled">{whatName(props.change.what)}</span>{" "}
        <Show when={props.number}>{(number) => <span class="figures">{t.words.number(number())} </span>}</Show>
        {props.change.title === "" ? t.sync.noTitle : props.change.title}
      </span>
      <span class="ink-3 t1">
        <Moment at={props.change.madeAt} />
      </span>
    </A>
  </li>
);

const whatName = (what: WaitingChange["what"]): string => {
  switch (what) {
    case "fields":
    case "description":
    case "comments":
      return t.sync.parts[what];
    default:
      return t.actions.done[what];
  }
};
