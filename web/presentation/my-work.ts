/** A person's work in three groups: what to do today, what comes next, and what is somebody else's turn. */
import type { Directory, Person } from "../../shared/access/directory.ts";
import { isOverdue } from "../../shared/ticket/deadline.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import { type IsoTime, toMs } from "../../shared/time.ts";
import { t } from "../i18n/messages.ts";
import type { ListedTicket } from "../sync/device.ts";
import { byDeadline, myPartIn } from "./my-part.ts";

export interface MyWork {
  /** Begun, due or to be shot before midnight, overdue; also what waits for a word of theirs. */
  today: ListedTicket[];
  next: ListedTicket[];
  /** Their requests on the way, and their finished work on which nobody has said a word. */
  others: ListedTicket[];
  /** Waiting for their approval: done one by one on a page of its own. */
  approvals: number;
  sentence: string;
}

export const myWorkOf = (tickets: readonly ListedTicket[], me: Person, directory: Directory, nowMs: number): MyWork => {
  const today: ListedTicket[] = [];
  const next: ListedTicket[] = [];
  const others: ListedTicket[] = [];
  let approvals = 0;
  for (const listed of tickets) {
    switch (myPartIn(listed, me, directory)) {
      case "approve":
        approvals++;
        break;
      case "work":
        (isForToday(listed.summary, nowMs) ? today : next).push(listed);
        break;
      case "assign":
      case "confirm":
      case "correct":
      case "sent":
        today.push(listed);
        break;
      case "wait":
        others.push(listed);
        break;
      case null:
        break;
    }
  }
  const overdue = today.filter(({ summary }) => isOverdue(summary.state, nowMs)).length;
  return {
    today: today.sort(byDeadline),
    next: next.sort(byDeadline),
    others: others.reverse(),
    approvals,
    sentence: sentenceOf({ today: today.length, overdue, next: next.length, others: others.length }),
  };
};

const isForToday = ({ state, fields }: TicketSummary, nowMs: number): boolean => {
  const midnight = new Date(nowMs).setHours(24, 0, 0, 0);
  const isBefore = (at: IsoTime | null) => at !== null && toMs(at) < midnight;
  return state.status === "in_progress" || isBefore(state.deadline) || isBefore(fields.scheduledStart);
};

const sentenceOf = (counts: { today: number; overdue: number; next: number; others: number }): string => {
  const { heading } = t.work;
  const said = [
    counts.today > 0 ? heading.today(counts.today) : null,
    counts.overdue > 0 ? heading.overdue(counts.overdue) : null,
    counts.today === 0 && counts.next > 0 ? heading.next(counts.next) : null,
    counts.today + counts.next === 0 && counts.others > 0 ? heading.others(counts.others) : null,
  ].filter((sentence) => sentence !== null);
  return said.length === 0 ? heading.nothing : said.join(" ");
};
