/** What an approver needs to know of a brief, in the order in which it matters to the decision. */
import { approversOf } from "../../shared/access/approvers.ts";
import type { Directory } from "../../shared/access/directory.ts";
import { deadlineOf } from "../../shared/ticket/deadline.ts";
import { deriveCriteria } from "../../shared/ticket/request-types.ts";
import { accessFacts } from "../../shared/ticket/summary.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { hourMs, isoTime, toMs } from "../../shared/time.ts";
import { teamOnApproval } from "../../shared/workflow/assignment.ts";
import { t } from "../i18n/messages.ts";
import { type Fact, formatFact, quantityFact, requesterFact, shootFact } from "./facts.ts";
import { dayAndTime } from "./moments.ts";
import { usernameOf } from "./names.ts";

interface Reader {
  directory: Directory;
  nowMs: number;
}

type ToFact = (ticket: Ticket, reader: Reader) => Fact | null;

export const approvalFacts = (ticket: Ticket, reader: Reader): Fact[] =>
  [quantityFact, effect, shootFact, formatFact, team, next, requesterFact]
    .map((fact) => fact(ticket, reader))
    .filter((fact) => fact !== null);

/** What the last approval does to the deadline. */
const effect: ToFact = ({ fields }, { directory, nowMs }) => {
  const label = t.ticket.facts.deadline;
  const from = { at: isoTime(nowMs), event: "approval" } as const;
  const { deadline } = deadlineOf(fields, deriveCriteria(fields, directory), from);
  const line =
    deadline === fields.scheduledEnd
      ? { value: dayAndTime(toMs(deadline), nowMs), note: t.approvals.facts.scheduledEnd }
      : { value: t.times.hours((toMs(deadline) - nowMs) / hourMs), note: t.approvals.facts.fromApproval };
  return { label, lines: [line], isFirst: true };
};

/** Who takes it on: the last approval puts them on the ticket. */
const team: ToFact = (ticket, { directory }) => {
  const label = t.words.field.suggestedAssignees;
  const { assignee, collaborators } = teamOnApproval(ticket, directory);
  if (assignee === null) return { label, lines: [{ value: t.approvals.facts.nobody }], isFirst: true };
  const others = collaborators.map((id) => usernameOf(id, directory));
  const note = others.length === 0 ? undefined : t.approvals.facts.with(others);
  return { label, lines: [{ value: usernameOf(assignee, directory), note }], isFirst: true };
};

/** After the first approval the creative approvers decide; after the last the work can begin. */
const next: ToFact = (ticket, { directory }) => {
  if (ticket.state.status !== "requested") {
    const by = ticket.state.deptApproval?.by ?? null;
    return by === null
      ? null
      : { label: t.ticket.facts.approvedBy, lines: [{ value: usernameOf(by, directory) }], isFirst: true };
  }
  const approvers = approversOf({ ...accessFacts(ticket), status: "pending_creative" }, directory);
  const lines = (approvers?.people ?? []).map((id) => ({ value: usernameOf(id, directory) }));
  return { label: t.approvals.facts.decidesNext, lines, isFirst: true };
};
