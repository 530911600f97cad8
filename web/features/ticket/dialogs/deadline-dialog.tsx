import { createSignal } from "solid-js";
import { maxReasonLength } from "../../../../shared/workflow/actions.ts";
import { t } from "../../../i18n/messages.ts";
import { DialogForm } from "../../../parts/dialogs/dialog-form.tsx";
import { fromLocalInput, toLocalInput } from "../../../presentation/local-times.ts";
import { TextField } from "../../../ui/field.tsx";
import { useTicketPage } from "../ticket-context.ts";

/** A new date and why. */
export const DeadlineDialog = (props: { onClose: () => void }) => {
  const { open, ticket } = useTicketPage();
  const [deadline, setDeadline] = createSignal(ticket().state.deadline);
  const [reason, setReason] = createSignal("");
  const [isTried, setTried] = createSignal(false);
  const send = () => {
    const due = deadline();
    const words = reason().trim();
    setTried(true);
    if (due === null || words === "") return;
    open.act({ type: "set_deadline", deadline: due, reason: words });
    props.onClose();
  };
  return (
    <DialogForm
      title={t.actions.dialog.set_deadline}
      action={t.actions.do.set_deadline}
      onSend={send}
      onClose={props.onClose}
    >
      <TextField
        label={t.actions.fields.deadline}
        type="datetime-local"
        error={isTried() && deadline() === null ? t.actions.needed.deadline : undefined}
        value={toLocalInput(deadline())}
        onChange={(event) => setDeadline(fromLocalInput(event.currentTarget.value))}
      />
      <TextField
        label={t.actions.fields.reason}
        error={isTried() && reason().trim() === "" ? t.actions.needed.reason : undefined}
        maxLength={maxReasonLength}
        value={reason()}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
    </DialogForm>
  );
};
