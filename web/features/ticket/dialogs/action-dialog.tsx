import { Match, Switch } from "solid-js";
import type { Asking } from "../startable.ts";
import { AssignDialog } from "./assign-dialog.tsx";
import { DeadlineDialog } from "./deadline-dialog.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { ScheduleDialog } from "./schedule-dialog.tsx";

/** The dialog of an action that needs more than a tap. */
export default function ActionDialog(props: { type: Asking; onClose: () => void }) {
  return (
    <Switch>
      <Match when={(props.type === "reject" || props.type === "request_revision") && props.type}>
        {(type) => <ReasonDialog type={type()} onClose={props.onClose} />}
      </Match>
      <Match when={(props.type === "assign" || props.type === "approve_and_assign") && props.type}>
        {(type) => <AssignDialog type={type()} onClose={props.onClose} />}
      </Match>
      <Match when={props.type === "schedule"}>
        <ScheduleDialog onClose={props.onClose} />
      </Match>
      <Match when={props.type === "set_deadline"}>
        <DeadlineDialog onClose={props.onClose} />
      </Match>
    </Switch>
  );
}
