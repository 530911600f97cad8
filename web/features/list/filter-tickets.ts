/** Which tickets a list shows: plain functions over the rows on the device. */
import type { TicketId, UserId } from "../../../shared/ids.ts";
import { isOverdue } from "../../../shared/ticket/deadline.ts";
import { isShoot } from "../../../shared/ticket/request-types.ts";
import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import { toMs } from "../../../shared/time.ts";
import { weekOf } from "../../presentation/moments.ts";
import { shownStatus } from "../../presentation/status-marks.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { type Facet, facets, type ListQuery, type ListView, listViews, nobody } from "./list-query.ts";

/** `found`: what a search has found and how well it fits, null without one. The order stays, or is that of the fit. */
export const filterTickets = (
  tickets: readonly ListedTicket[],
  query: Pick<ListQuery, "view" | "chosen" | "isOverdue" | "isMine" | "sort">,
  found: ReadonlyMap<TicketId, number> | null,
  me: UserId,
  nowMs: number,
): readonly ListedTicket[] => {
  const isInView = viewAt(nowMs)[query.view];
  const asked = facets.filter((facet) => query.chosen[facet].length > 0);
  const shown = tickets.filter(({ summary }) => {
    if (found !== null && !found.has(summary.id)) return false;
    if ((summary.state.trashed !== null) !== (query.view === "trash") || !isInView(summary)) return false;
    if (query.isOverdue && !isOverdue(summary.state, nowMs)) return false;
    if (query.isMine && !isOf(summary, me)) return false;
    return asked.every((facet) => isChosen(facetValues[facet](summary), query.chosen[facet]));
  });
  return found === null || query.sort !== null ? shown : bestFirst(shown, found);
};

/** Where each ticket stands. */
export const placesOf = (tickets: readonly ListedTicket[]): ReadonlyMap<TicketId, number> =>
  new Map(tickets.map(({ summary }, place) => [summary.id, place]));

/** Only what was found, in the order it stands in. Costs what was found, not what there is. */
export const foundAmong = (
  tickets: readonly ListedTicket[],
  places: ReadonlyMap<TicketId, number>,
  found: ReadonlyMap<TicketId, number>,
): readonly ListedTicket[] => {
  const standing = [...found.keys()].flatMap((id) => places.get(id) ?? []);
  return standing.sort((one, other) => one - other).flatMap((place) => tickets[place] ?? []);
};

/** How many tickets each tab holds, whatever is searched or filtered. One pass. */
export const countByView = (tickets: readonly ListedTicket[], nowMs: number): Record<ListView, number> => {
  const counts = Object.fromEntries(listViews.map((view) => [view, 0])) as Record<ListView, number>;
  const views = viewAt(nowMs);
  for (const { summary } of tickets) {
    if (summary.state.trashed !== null) counts.trash++;
    else for (const view of listViews) if (view !== "trash" && views[view](summary)) counts[view]++;
  }
  return counts;
};

/** Nothing more is to be done about it. */
export const isFinished = ({ state }: Pick<TicketSummary, "state">): boolean =>
  state.status === "completed" || state.status === "rejected";

const viewAt = (nowMs: number): Record<ListView, (summary: TicketSummary) => boolean> => {
  const week = weekOf(nowMs);
  return {
    all: () => true,
    trash: () => true,
    week: (summary) => {
      const { deadline } = summary.state;
      if (deadline === null || isFinished(summary)) return false;
      return toMs(deadline) >= week.startMs && toMs(deadline) < week.endMs;
    },
    shoots: (summary) => isShoot(summary.fields) && !isFinished(summary),
    overdue: ({ state }) => isOverdue(state, nowMs),
    unassigned: ({ state }) => state.status === "approved" && state.assignee === null,
  };
};

/** What a ticket is under each facet; several where it is the ticket of several people. */
const facetValues: Record<Facet, (summary: TicketSummary) => readonly (string | null)[]> = {
  status: ({ state }) => [shownStatus(state)],
  priority: ({ fields }) => [fields.priority],
  department: ({ fields }) => [fields.department],
  request_type: ({ fields }) => [fields.requestType],
  assignee: ({ state }) => [state.assignee ?? nobody, ...state.collaborators],
  requester: ({ state }) => [state.requester],
  kind: ({ fields }) => [fields.kind],
};

const isChosen = (values: readonly (string | null)[], chosen: readonly string[]): boolean =>
  values.some((value) => value !== null && chosen.includes(value));

const isOf = ({ state }: TicketSummary, me: UserId): boolean =>
  state.requester === me || state.assignee === me || state.collaborators.includes(me);

/** The order among those that fit equally stays. */
const bestFirst = (tickets: readonly ListedTicket[], found: ReadonlyMap<TicketId, number>): ListedTicket[] => {
  const byFit: ListedTicket[][] = [];
  for (const ticket of tickets) {
    const fit = found.get(ticket.summary.id) ?? 0;
    byFit[fit] ??= [];
    byFit[fit].push(ticket);
  }
  return byFit.flat();
};
