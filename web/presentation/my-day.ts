/** What needs a person now: the sentence of Home and the lists under it. */
import type { Directory, Person } from "../../shared/access/directory.ts";
import { isCreativeManager } from "../../shared/access/relations.ts";
import { isOverdue } from "../../shared/ticket/deadline.ts";
import { isShoot } from "../../shared/ticket/request-types.ts";
import { toMs } from "../../shared/time.ts";
import { t } from "../i18n/messages.ts";
import type { ListedTicket } from "../sync/device.ts";
import { byWaiting } from "./approval-queue.ts";
import { clock } from "./moments.ts";
import { byDeadline, type MyPart, myPartIn } from "./my-part.ts";

export interface MyDay {
  /** Waiting for this person's approval, longest waiting first. */
  approvals: ListedTicket[];
  /** What is on now: a shoot whose hours these are, else the work begun that is due first. */
  onNow: ListedTicket | null;
  /** All else that is theirs to do: work by its deadline, then what came back to them, longest waiting first. */
  tasks: ListedTicket[];
  sentence: string;
}

export const myDayOf = (tickets: readonly ListedTicket[], me: Person, directory: Directory, nowMs: number): MyDay => {
  const parts = new Map<MyPart | null, ListedTicket[]>();
  for (const listed of tickets) {
    const part = myPartIn(listed, me, directory);
    const alike = parts.get(part);
    if (alike === undefined) parts.set(part, [listed]);
    else alike.push(listed);
  }
  const of = (part: MyPart) => parts.get(part) ?? [];
  // As in the queue; lists come with the newest change first.
  const approvals = of("approve").toReversed().sort(byWaiting);
  const due = [...of("work"), ...of("assign"), ...of("sent")].sort(byDeadline);
  const returned = [...of("confirm"), ...of("correct")].reverse();
  const onNow = onNowOf(of("work").toSorted(byDeadline), nowMs);
  const counts = {
    // A creative approver is asked about whatever is late.
    approvals: approvals.length,
    overdue: (isCreativeManager(me, directory) ? tickets : due).filter(({ summary }) => isOverdue(summary.state, nowMs))
      .length,
    tasks: of("work").length + of("assign").length,
    returned: returned.length,
  };
  return {
    approvals,
    onNow,
    tasks: [...due, ...returned].filter((listed) => listed !== onNow),
    sentence: sentenceOf(onNow, counts, nowMs),
  };
};

const onNowOf = (work: readonly ListedTicket[], nowMs: number): ListedTicket | null =>
  work.find((listed) => shootEnd(listed, nowMs) !== null) ??
  work.find(({ summary }) => summary.state.status === "in_progress") ??
  null;

/** When the shoot ends whose hours these are. */
const shootEnd = ({ summary: { fields } }: ListedTicket, nowMs: number): number | null => {
  const { scheduledStart, scheduledEnd } = fields;
  if (!isShoot(fields) || scheduledStart === null || scheduledEnd === null) return null;
  return toMs(scheduledStart) <= nowMs && nowMs < toMs(scheduledEnd) ? toMs(scheduledEnd) : null;
};

interface Counts {
  approvals: number;
  overdue: number;
  tasks: number;
  returned: number;
}

/** At most two short sentences, the most pressing things first. */
const sentenceOf = (onNow: ListedTicket | null, counts: Counts, nowMs: number): string => {
  const { heading } = t.app.home;
  const end = onNow === null ? null : shootEnd(onNow, nowMs);
  const said = [
    end === null ? null : t.home.shooting(clock(end)),
    counts.approvals > 0 ? heading.approvals(counts.approvals) : null,
    counts.overdue > 0 ? heading.overdue(counts.overdue) : null,
    counts.tasks > 0 && counts.overdue === 0 ? heading.tasks(counts.tasks) : null,
    counts.returned > 0 ? heading.finished(counts.returned) : null,
  ].filter((sentence) => sentence !== null);
  return said.length === 0 ? heading.nothing : said.slice(0, 2).join(" ");
};
