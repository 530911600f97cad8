import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import { toMs } from "../../../shared/time.ts";
import { t } from "../../i18n/messages.ts";
import { daysAway, weekOf } from "../../presentation/moments.ts";
import { shownStatus } from "../../presentation/status-marks.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { lastChange } from "../../sync/listed-tickets.ts";
import { isFinished } from "./filter-tickets.ts";
import type { Sort } from "./list-query.ts";

/** A line of the list: a ticket, or the name of those that follow. */
export type ListLine = { kind: "ticket"; listed: ListedTicket } | { kind: "group"; name: string };

/** The tickets with names between them, where their order is one that people count in: by day, or by status. */
export const groupTickets = (tickets: readonly ListedTicket[], sort: Sort | null, nowMs: number): ListLine[] => {
  const lines: ListLine[] = [];
  const groupOf = groupsBy(sort, nowMs);
  let last: string | null = null;
  for (const listed of tickets) {
    const name = groupOf(listed.summary);
    if (name !== null && name !== last) lines.push({ kind: "group", name });
    last = name;
    lines.push({ kind: "ticket", listed });
  }
  return lines;
};

const groupsBy = (sort: Sort | null, nowMs: number): ((summary: TicketSummary) => string | null) => {
  switch (sort?.by) {
    case undefined:
      return (summary) => changeGroup(lastChange(summary), nowMs);
    case "deadline":
      return (summary) => deadlineGroup(summary, nowMs);
    case "status":
      return ({ state }) => t.words.status[shownStatus(state)];
    case "priority":
      return ({ fields }) => t.words.priority[fields.priority];
    default:
      return () => null;
  }
};

const changeGroup = (at: string, nowMs: number): string => {
  const ms = at === "" ? 0 : Date.parse(at);
  const days = daysAway(ms, nowMs);
  if (days >= 0) return t.list.groups.changedToday;
  if (days === -1) return t.list.groups.changedYesterday;
  return ms >= weekOf(nowMs).startMs ? t.list.groups.changedThisWeek : t.list.groups.changedEarlier;
};

const deadlineGroup = (summary: TicketSummary, nowMs: number): string => {
  const { deadline } = summary.state;
  if (isFinished(summary)) return t.list.groups.finished;
  if (deadline === null) return t.list.groups.noDeadline;
  const ms = toMs(deadline);
  if (ms < nowMs) return t.list.groups.overdue;
  if (daysAway(ms, nowMs) === 0) return t.times.today;
  return ms < weekOf(nowMs).endMs ? t.list.groups.thisWeek : t.list.groups.later;
};
