import { t } from "../../i18n/messages.ts";
import { fromLocalInput, toLocalInput } from "../../presentation/local-times.ts";
import type { OpenTicket } from "../../sync/device.ts";
import { TextField } from "../../ui/field.tsx";

interface ScheduleFieldsProps {
  open: OpenTicket;
  startError: string | undefined;
  endError: string | undefined;
}

/** When a shoot starts and ends. */
export const ScheduleFields = (props: ScheduleFieldsProps) => {
  const fields = () => props.open.ticket().fields;
  return (
    <div class="two-up">
      <TextField
        label={t.intake.start}
        type="datetime-local"
        error={props.startError}
        value={toLocalInput(fields().scheduledStart)}
        onChange={(event) => props.open.setField("scheduledStart", fromLocalInput(event.currentTarget.value))}
      />
      <TextField
        label={t.intake.end}
        type="datetime-local"
        error={props.endError}
        min={toLocalInput(fields().scheduledStart)}
        value={toLocalInput(fields().scheduledEnd)}
        onChange={(event) => props.open.setField("scheduledEnd", fromLocalInput(event.currentTarget.value))}
      />
    </div>
  );
};
