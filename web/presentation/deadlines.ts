import { isOverdue } from "../../shared/ticket/deadline.ts";
import type { State } from "../../shared/ticket/ticket.ts";
import { toMs } from "../../shared/time.ts";
import { t } from "../i18n/messages.ts";
import { coarseSpan, span } from "./moments.ts";

/** '20 min overdue', or null. */
export const overdueText = (state: State, nowMs: number): string | null =>
  state.deadline !== null && isOverdue(state, nowMs)
    ? t.times.overdueBy(coarseSpan(nowMs - toMs(state.deadline)))
    : null;

/** '3 h 40 min left' while work is due and the time is not over, else null. */
export const timeLeft = (state: State, nowMs: number): string | null => {
  const isDue = state.status === "approved" || state.status === "in_progress";
  if (state.deadline === null || !isDue || isOverdue(state, nowMs)) return null;
  return t.times.left(span(toMs(state.deadline) - nowMs));
};
