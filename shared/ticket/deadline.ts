import { hourMs, type IsoTime, isoTime, toMs } from "../time.ts";
import { isShoot } from "./request-types.ts";
import type { Criteria, Fields, Priority, State } from "./ticket.ts";

/** The moment a deadline counts from, and what happened then. */
export interface DeadlineStart {
  at: IsoTime;
  event: "approval" | "revision" | "rescheduling";
}

const hoursByPriority: Record<Priority, Record<Criteria, number>> = {
  urgent: { video: 3, image: 2 },
  high: { video: 24, image: 24 },
  medium: { video: 72, image: 72 },
  low: { video: 168, image: 168 },
};

/**
 * When the work is due and why, e.g. 'urgent video: 3 h from approval'. A shoot is due at its scheduled end as long as
 * that lies after `from`. Unknown criteria count as image.
 */
export const deadlineOf = (
  fields: Pick<Fields, "priority" | "requestType" | "scheduledEnd">,
  criteria: Criteria | null,
  from: DeadlineStart,
): { deadline: IsoTime; reason: string } => {
  const { scheduledEnd, priority } = fields;
  if (isShoot(fields) && scheduledEnd !== null && toMs(scheduledEnd) > toMs(from.at)) {
    return { deadline: scheduledEnd, reason: "shoot: scheduled end" };
  }
  const span = hoursByPriority[priority];
  const hours = span[criteria ?? "image"];
  const what = span.image === span.video ? priority : `${priority} ${criteria ?? "image"}`;
  return {
    deadline: isoTime(toMs(from.at) + hours * hourMs),
    reason: `${what}: ${hours} h from ${from.event}`,
  };
};

/** Past its deadline while there is still work to do. */
export const isOverdue = (state: Pick<State, "status" | "deadline" | "trashed">, nowMs: number): boolean =>
  state.deadline !== null &&
  state.trashed === null &&
  state.status !== "completed" &&
  state.status !== "rejected" &&
  toMs(state.deadline) < nowMs;
