/** Which tickets a list shows: plain functions over the rows on the device. */
import type { Directory } from "../../../shared/access/directory.ts";
import { isOverdue } from "../../../shared/ticket/deadline.ts";
import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import { usernameOf } from "../../presentation/names.ts";
import { type ShownStatus, shownStatus, shownStatuses } from "../../presentation/status-marks.ts";
import type { ListedTicket } from "../../sync/device.ts";

/** What a tab of the list asks for. */
export const listViews = ["all", "open", "overdue", ...shownStatuses, "trash"] as const;
export type ListView = "all" | "open" | "overdue" | "trash" | ShownStatus;

export const toListView = (text: unknown): ListView => listViews.find((view) => view === text) ?? "all";

export interface ListFilter {
  view: ListView;
  query: string;
}

export const filterTickets = (
  tickets: readonly ListedTicket[],
  { view, query }: ListFilter,
  directory: Directory,
  nowMs: number,
): readonly ListedTicket[] => {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return tickets.filter(({ summary }) => {
    if (!isInView(summary, view, nowMs)) return false;
    if (words.length === 0) return true;
    const text = searchText(summary, directory);
    return words.every((word) => text.includes(word));
  });
};

/** How many tickets each tab holds, whatever is searched for. One pass. */
export const countByView = (tickets: readonly ListedTicket[], nowMs: number): Record<ListView, number> => {
  const counts = Object.fromEntries(listViews.map((view) => [view, 0])) as Record<ListView, number>;
  for (const { summary } of tickets) {
    if (summary.state.trashed !== null) {
      counts.trash++;
      continue;
    }
    counts.all++;
    counts[shownStatus(summary.state)]++;
    if (isOpen(summary)) counts.open++;
    if (isOverdue(summary.state, nowMs)) counts.overdue++;
  }
  return counts;
};

const isInView = (summary: TicketSummary, view: ListView, nowMs: number): boolean => {
  if (view === "trash" || summary.state.trashed !== null) return view === "trash" && summary.state.trashed !== null;
  switch (view) {
    case "all":
      return true;
    case "open":
      return isOpen(summary);
    case "overdue":
      return isOverdue(summary.state, nowMs);
    default:
      return shownStatus(summary.state) === view;
  }
};

const isOpen = ({ state }: TicketSummary): boolean => state.status !== "completed" && state.status !== "rejected";

/** Rows are replaced when they change, so what was made for one stays true as long as the row lives. */
const searchTexts = new WeakMap<TicketSummary, string>();

const searchText = (summary: TicketSummary, directory: Directory): string => {
  const known = searchTexts.get(summary);
  if (known !== undefined) return known;
  const { fields, state, brief } = summary;
  const people = [state.requester, state.assignee].flatMap((id) => (id === null ? [] : [usernameOf(id, directory)]));
  const number = state.number === null ? "" : `#${state.number}`;
  const text = [fields.title, number, ...people, brief].join("\n").toLowerCase();
  searchTexts.set(summary, text);
  return text;
};
