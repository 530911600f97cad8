/** What needs a person now: the sentence of Home and the lists under it. */
import { approversOf } from "../../shared/access/approvers.ts";
import type { Directory, Person } from "../../shared/access/directory.ts";
import { isCreativeManager } from "../../shared/access/relations.ts";
import { isOverdue } from "../../shared/ticket/deadline.ts";
import { accessFacts } from "../../shared/ticket/summary.ts";
import { t } from "../i18n/messages.ts";
import type { ListedTicket } from "../sync/device.ts";

export interface MyDay {
  /** Waiting for this person's approval, confirmation, correction or assignment; longest waiting first. */
  needsMe: ListedTicket[];
  /** Assigned to this person and not done, what is due first. */
  tasks: ListedTicket[];
  sentence: string;
}

export const myDayOf = (tickets: readonly ListedTicket[], me: Person, directory: Directory, nowMs: number): MyDay => {
  const seen = tickets.filter(({ summary }) => summary.state.trashed === null);
  const approvals = seen.filter(({ summary }) => approversOf(accessFacts(summary), directory)?.people.includes(me.id));
  const finished = seen.filter(({ summary }) => isForRequester(summary.state, me));
  const unassigned = isCreativeManager(me, directory)
    ? seen.filter(({ summary }) => summary.state.status === "approved" && summary.state.assignee === null)
    : [];
  const tasks = seen.filter(({ summary }) => isTask(summary.state, me)).sort(byDeadline);
  const overdue = [...tasks, ...unassigned].filter(({ summary }) => isOverdue(summary.state, nowMs)).length;
  const needsMe = [...approvals, ...finished, ...unassigned].reverse();
  return { needsMe, tasks, sentence: sentenceOf(approvals.length, finished.length, tasks.length, overdue) };
};

type State = ListedTicket["summary"]["state"];

/** Theirs to confirm, or to change and send again. */
const isForRequester = (state: State, me: Person): boolean =>
  state.requester === me.id &&
  (state.status === "rejected" || (state.status === "completed" && state.confirmedAt === null));

const isTask = ({ status, assignee, collaborators }: State, me: Person): boolean =>
  (status === "approved" || status === "in_progress") && (assignee === me.id || collaborators.includes(me.id));

const byDeadline = (one: ListedTicket, other: ListedTicket): number =>
  (one.summary.state.deadline ?? "9").localeCompare(other.summary.state.deadline ?? "9");

/** At most two short sentences, the most pressing things first. */
const sentenceOf = (approvals: number, finished: number, tasks: number, overdue: number): string => {
  const { heading } = t.app.home;
  const said = [
    approvals > 0 ? heading.approvals(approvals) : null,
    overdue > 0 ? heading.overdue(overdue) : null,
    tasks > 0 && overdue === 0 ? heading.tasks(tasks) : null,
    finished > 0 ? heading.finished(finished) : null,
  ].filter((sentence) => sentence !== null);
  return said.length === 0 ? heading.nothing : said.slice(0, 2).join(" ");
};
