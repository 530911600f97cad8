import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import { isoTime, toMs } from "../../../shared/time.ts";
import { t } from "../../i18n/messages.ts";
import { daysAway, startOfDay, weekOf } from "../../presentation/moments.ts";
import { shownStatus } from "../../presentation/status-marks.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { lastChange } from "../../sync/listed-tickets.ts";
import { isFinished } from "./filter-tickets.ts";
import type { Sort } from "./list-query.ts";

/** A line of the list: a ticket, or the name of those that follow. */
export type ListLine =
  | { kind: "ticket"; key: string; listed: ListedTicket }
  | { kind: "group"; key: string; name: string };

/** The tickets with names between them, where their order is one that people count in: by day, or by status. */
export const groupTickets = (tickets: readonly ListedTicket[], sort: Sort | null, nowMs: number): ListLine[] => {
  const lines: ListLine[] = [];
  const groupOf = groupsBy(sort, nowMs);
  let last: string | null = null;
  for (const listed of tickets) {
    const name = groupOf(listed.summary);
    // In every order that has parts a part stands in one place, so its name is its key.
    if (name !== null && name !== last) lines.push({ kind: "group", key: name, name });
    last = name;
    lines.push(ticketLine(listed));
  }
  return lines;
};

/** Rows are replaced when they change, so what was made for one is made once: a list may hold ten thousand. */
export const ticketLine = (listed: ListedTicket): ListLine => {
  const known = ticketLines.get(listed) ?? { kind: "ticket", key: listed.summary.id, listed };
  ticketLines.set(listed, known);
  return known;
};
const ticketLines = new WeakMap<ListedTicket, ListLine>();

const groupsBy = (sort: Sort | null, nowMs: number): ((summary: TicketSummary) => string | null) => {
  switch (sort?.by) {
    case undefined: {
      const changeGroup = changeGroups(nowMs);
      return (summary) => changeGroup(lastChange(summary));
    }
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

/** Days are worked out once, not for each of ten thousand tickets: moments are texts that stand in order. */
const changeGroups = (nowMs: number): ((at: string) => string) => {
  const { changedToday, changedYesterday, changedThisWeek, changedEarlier } = t.list.groups;
  const today = isoTime(startOfDay(nowMs, 0));
  const yesterday = isoTime(startOfDay(nowMs, -1));
  const week = isoTime(weekOf(nowMs).startMs);
  return (at) => {
    if (at >= today) return changedToday;
    if (at >= yesterday) return changedYesterday;
    return at >= week ? changedThisWeek : changedEarlier;
  };
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
