import { deadlineOf } from "../../../shared/ticket/deadline.ts";
import { deriveCriteria, isShoot } from "../../../shared/ticket/request-types.ts";
import { priorities } from "../../../shared/ticket/ticket.ts";
import { hourMs, type IsoTime, isoTime, toMs } from "../../../shared/time.ts";
import { t } from "../../i18n/messages.ts";
import { now } from "../../platform/now.ts";
import { dayAndTime } from "../../presentation/moments.ts";
import type { OpenTicket } from "../../sync/device.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { useDevice } from "../session-context.ts";

/** Four steps, and what the chosen one means under them. */
export const PriorityField = (props: { open: OpenTicket }) => {
  const device = useDevice();
  const fields = () => props.open.ticket().fields;
  const effect = () => {
    const { priority, requestType } = fields();
    if (isShoot(fields())) return shootEffect(fields().scheduledEnd);
    if (requestType === null) return undefined;
    const from = { at: isoTime(0), event: "approval" } as const;
    const { deadline } = deadlineOf(fields(), deriveCriteria(fields(), device.directory()), from);
    return t.intake.due.hours(t.words.priority[priority], toMs(deadline) / hourMs);
  };
  return (
    <Segmented
      label={t.words.field.priority}
      hint={effect()}
      value={fields().priority}
      options={priorities.map((value) => ({ value, label: t.words.priority[value] }))}
      onChange={(value) => props.open.setField("priority", value)}
    />
  );
};

/** A shoot is due when it ends, however urgent. */
const shootEffect = (end: IsoTime | null): string =>
  end === null ? t.intake.due.shoot : t.intake.due.shootAt(dayAndTime(toMs(end), now()));
