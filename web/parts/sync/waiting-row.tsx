import { t } from "../../i18n/messages.ts";
import type { WaitingChange } from "../../sync/device.ts";
import { Icon } from "../../ui/icon.tsx";
import { Moment } from "../moment.tsx";
import "./waiting-row.css";

/** What waits, on which ticket, since when. */
export const WaitingRow = (props: { change: WaitingChange }) => (
  <li class="waiting t2">
    <Icon name="icon-circle-dashed" large />
    <span>
      <span class="pencilled">{whatName(props.change.what)}</span>{" "}
      {props.change.title === "" ? t.sync.noTitle : props.change.title}
    </span>
    <span class="ink-3 t1">
      <Moment at={props.change.madeAt} />
    </span>
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
