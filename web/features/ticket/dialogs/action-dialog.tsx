import { Match, Switch } from "solid-js";
import { AssignDialog } from "../../../parts/dialogs/assign-dialog.tsx";
import { ReasonDialog } from "../../../parts/dialogs/reason-dialog.tsx";
import { approvalOf } from "../../../presentation/approval.ts";
import type { Asking } from "../startable.ts";
import { useTicketPage } from "../ticket-context.ts";
import { DeadlineDialog } from "./deadline-dialog.tsx";
import { ScheduleDialog } from "./schedule-dialog.tsx";

/** The dialog of an action that needs more than a tap. */
export default function ActionDialog(props: { type: Asking; onClose: () => void }) {
  const { open, ticket } = useTicketPage();
  return (
    <Switch>
      <Match when={(props.type === "reject" || props.type === "request_revision") && props.type}>
        {(type) => (
          <ReasonDialog
            ticket={ticket().id}
            type={type()}
            onSend={(words) =>
              open.act(
                type() === "reject" ? { type: "reject", reason: words } : { type: "request_revision", comment: words },
              )
            }
            onClose={props.onClose}
          />
        )}
      </Match>
      <Match when={(props.type === "assign" || props.type === "approve_and_assign") && props.type}>
        {(type) => (
          <AssignDialog
            ticket={ticket()}
            type={type()}
            onSend={(team) =>
              open.act({
                ...(type() === "assign" ? { type: "assign" } : approvalOf(ticket(), open.fingerprint())),
                ...team,
              })
            }
            onClose={props.onClose}
          />
        )}
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
