import { createSignal } from "solid-js";
import { t } from "../../../i18n/messages.ts";
import { DialogForm } from "../../../parts/dialogs/dialog-form.tsx";
import { fromLocalInput, toLocalInput } from "../../../presentation/local-times.ts";
import { TextField } from "../../../ui/field.tsx";
import { useTicketPage } from "../ticket-context.ts";

/** When a shoot starts and ends. */
export const ScheduleDialog = (props: { onClose: () => void }) => {
  const { open, ticket } = useTicketPage();
  const [start, setStart] = createSignal(ticket().fields.scheduledStart);
  const [end, setEnd] = createSignal(ticket().fields.scheduledEnd);
  const [isWrong, setWrong] = createSignal(false);
  const send = () => {
    const scheduledStart = start();
    const scheduledEnd = end();
    if (scheduledStart === null || scheduledEnd === null || scheduledEnd <= scheduledStart) return setWrong(true);
    open.act({ type: "schedule", scheduledStart, scheduledEnd });
    props.onClose();
  };
  return (
    <DialogForm title={t.actions.dialog.schedule} action={t.actions.do.schedule} onSend={send} onClose={props.onClose}>
      <TextField
        label={t.actions.fields.start}
        type="datetime-local"
        value={toLocalInput(start())}
        onChange={(event) => setStart(fromLocalInput(event.currentTarget.value))}
      />
      <TextField
        label={t.actions.fields.end}
        type="datetime-local"
        error={isWrong() ? t.actions.needed.times : undefined}
        value={toLocalInput(end())}
        onChange={(event) => setEnd(fromLocalInput(event.currentTarget.value))}
      />
    </DialogForm>
  );
};
