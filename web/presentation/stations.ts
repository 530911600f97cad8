/** The stepper of a ticket: five stations with when each was reached, and how far the ink line runs. */
import { isOverdue } from "../../shared/ticket/deadline.ts";
import type { State } from "../../shared/ticket/ticket.ts";
import { type IsoTime, toMs } from "../../shared/time.ts";
import { type Mark, marksOf, type StationStatus, stationIndex, stationStatuses } from "./status-marks.ts";

export interface Station {
  status: StationStatus;
  mark: Mark;
  /** When the ticket came here, or when it is due at the last station; null where nobody knows yet. */
  at: IsoTime | null;
  isDue: boolean;
  isHere: boolean;
}

export interface Stepper {
  stations: Station[];
  /** Length of the ink line in stations: 3.4 is two fifths of the way from the fourth to the fifth. */
  ink: number;
  isOverdue: boolean;
}

export const stepperOf = (state: State, nowMs: number): Stepper => {
  const here = stationIndex(state);
  const marks = marksOf(state);
  const stations = stationStatuses.map((status, index): Station => {
    const reached = here !== null && index <= here;
    const isDue = !reached && status === "completed" && state.deadline !== null && state.status !== "rejected";
    const at = reached ? reachedAt[status](state) : isDue ? state.deadline : null;
    return { status, mark: marks[index] ?? "dot", at, isDue, isHere: index === here };
  });
  return { stations, ink: here === null ? 0 : inkLength(state, here, nowMs), isOverdue: isOverdue(state, nowMs) };
};

const reachedAt: Record<StationStatus, (state: State) => IsoTime | null> = {
  requested: (state) => state.submittedAt,
  pending_creative: (state) => state.deptApproval?.at ?? null,
  approved: (state) => state.creativeApproval?.at ?? null,
  in_progress: (state) => state.startedAt,
  completed: (state) => state.completedAt,
};

/** While work goes on, the line runs as far as the time between start and deadline has. */
const inkLength = (state: State, here: number, nowMs: number): number => {
  if (state.status === "completed") return stationStatuses.length;
  return here + (workRun(state, nowMs)?.part ?? 0);
};

/** How much of the time between start and deadline is gone, from 0 to 1; null where no work with a deadline goes on. */
export const workRun = (state: State, nowMs: number): { startMs: number; part: number } | null => {
  if (state.status !== "in_progress" || state.startedAt === null || state.deadline === null) return null;
  const startMs = toMs(state.startedAt);
  const whole = toMs(state.deadline) - startMs;
  const part = whole <= 0 ? 1 : (nowMs - startMs) / whole;
  return { startMs, part: Math.min(1, Math.max(0, part)) };
};
