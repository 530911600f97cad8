import { Match, Switch } from "solid-js";
import { AssignDialog } from "../../parts/dialogs/assign-dialog.tsx";
import { ReasonDialog } from "../../parts/dialogs/reason-dialog.tsx";
import { useApprovals } from "./approvals-context.ts";

/** Rejecting says why; approving at the last step may name the team. About the ticket that was on the table then. */
export default function DecisionDialog() {
  const page = useApprovals();
  const ticket = page.queue.current()?.summary;
  const close = () => page.ask(null);
  return (
    <Switch>
      <Match when={page.asked() === "reject" && ticket}>
        {(shown) => (
          <ReasonDialog
            ticket={shown().id}
            type="reject"
            onSend={(reason) => page.reject(shown(), reason)}
            onClose={close}
          />
        )}
      </Match>
      <Match when={page.asked() === "team" && ticket}>
        {(shown) => (
          <AssignDialog
            ticket={shown()}
            type="approve_and_assign"
            onSend={(team) => page.approveFor(shown(), team)}
            onClose={close}
          />
        )}
      </Match>
    </Switch>
  );
}
