/** How a ticket's status is drawn: a mark of five stations and a word, always both. */
import { type State, type Status, statuses } from "../../shared/ticket/ticket.ts";

/** A confirmed completed ticket is shown as closed. */
export type ShownStatus = Status | "closed";

export const shownStatus = (state: Pick<State, "status" | "confirmedAt">): ShownStatus =>
  state.status === "completed" && state.confirmedAt !== null ? "closed" : state.status;

/** The five stations of the rule, in pipeline order. */
export const stationStatuses = ["requested", "pending_creative", "approved", "in_progress", "completed"] as const;
export type StationStatus = (typeof stationStatuses)[number];

/** `wait` for a decision, `quiet`: decided but not begun, `plain`: work going on, `done`, `stop`: rejected. */
export type Tone = "quiet" | "wait" | "plain" | "done" | "stop";

export const toneOf: Record<ShownStatus, Tone> = {
  draft: "quiet",
  requested: "wait",
  pending_creative: "wait",
  approved: "quiet",
  in_progress: "plain",
  completed: "done",
  closed: "done",
  rejected: "stop",
};

/** `dot`: to come, `short`: passed, `tall`: here, `cross`: rejected here. */
export type Mark = "dot" | "short" | "tall" | "cross";

/** Where a ticket stands on the rule: 0–4, or null for a draft. A rejected ticket stands where it fell. */
export const stationIndex = (state: Pick<State, "status" | "rejection">): number | null => {
  const status = state.status === "rejected" ? (state.rejection?.from ?? "requested") : state.status;
  const index = stationStatuses.indexOf(status as StationStatus);
  return index < 0 ? null : index;
};

export const marksOf = (state: Pick<State, "status" | "rejection" | "confirmedAt">): Mark[] => {
  const shown = shownStatus(state);
  const here = stationIndex(state);
  return stationStatuses.map((_, index) => {
    if (shown === "closed") return "tall";
    if (here === null || index > here) return "dot";
    if (index < here) return "short";
    return shown === "rejected" ? "cross" : "tall";
  });
};

/** For filters: every status people can ask for, in pipeline order. */
export const shownStatuses: readonly ShownStatus[] = [
  ...statuses.filter((s) => s !== "rejected"),
  "closed",
  "rejected",
];
