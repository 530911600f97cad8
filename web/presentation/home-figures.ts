/** What Home's three figures show, counted over the tickets on the device. */
import { isOverdue } from "../../shared/ticket/deadline.ts";
import { type Priority, priorities, type Status, statuses } from "../../shared/ticket/ticket.ts";
import { type IsoTime, toMs } from "../../shared/time.ts";
import type { ListedTicket } from "../sync/device.ts";

export interface StatusCount {
  status: Status;
  count: number;
}

/** In pipeline order; together they are all tickets. Drafts, which stand before it, are named only where there are any. */
export const statusCounts = (tickets: readonly ListedTicket[]): StatusCount[] => {
  const counts = new Map<Status, number>(statuses.map((status) => [status, 0]));
  for (const { state } of kept(tickets)) counts.set(state.status, (counts.get(state.status) ?? 0) + 1);
  return [...counts]
    .map(([status, count]) => ({ status, count }))
    .filter(({ status, count }) => count > 0 || status !== "draft");
};

export interface PriorityCount {
  priority: Priority;
  /** Overdue ones included. */
  open: number;
  overdue: number;
}

/** What is asked for and not finished, the most urgent first. */
export const openByPriority = (tickets: readonly ListedTicket[], nowMs: number): PriorityCount[] => {
  const counts = priorities.toReversed().map((priority) => ({ priority, open: 0, overdue: 0 }));
  for (const { state, fields } of kept(tickets)) {
    const row = counts.find(({ priority }) => priority === fields.priority);
    if (row === undefined || !isUnfinished[state.status]) continue;
    row.open++;
    if (isOverdue(state, nowMs)) row.overdue++;
  }
  return counts;
};

const isUnfinished: Record<Status, boolean> = {
  draft: false,
  requested: true,
  pending_creative: true,
  approved: true,
  in_progress: true,
  completed: false,
  rejected: false,
};

export interface WeekCount {
  /** Monday's midnight, in the device's zone. */
  startMs: number;
  created: number;
  completed: number;
}

const weeksShown = 8;

/** The last eight weeks, the present one last. */
export const weeklyCounts = (tickets: readonly ListedTicket[], nowMs: number): WeekCount[] => {
  const weeks = weekStarts(nowMs).map((startMs) => ({ startMs, created: 0, completed: 0 }));
  const weekOf = (at: IsoTime | null) =>
    at === null || toMs(at) > nowMs ? undefined : weeks.findLast(({ startMs }) => startMs <= toMs(at));
  for (const { state } of kept(tickets)) {
    if (state.status === "draft") continue;
    const created = weekOf(state.createdAt);
    if (created !== undefined) created.created++;
    const completed = weekOf(state.completedAt);
    if (completed !== undefined) completed.completed++;
  }
  return weeks;
};

/** By calendar days, so that a change to summer time moves nothing. */
const weekStarts = (nowMs: number): number[] => {
  const today = new Date(nowMs);
  const sinceMonday = (today.getDay() + 6) % 7;
  return Array.from({ length: weeksShown }, (_, index) => {
    const daysBack = sinceMonday + 7 * (weeksShown - 1 - index);
    return new Date(today.getFullYear(), today.getMonth(), today.getDate() - daysBack).getTime();
  });
};

const kept = (tickets: readonly ListedTicket[]) =>
  tickets.map(({ summary }) => summary).filter(({ state }) => state.trashed === null);
