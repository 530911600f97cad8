/** A ticket's facts as labelled lines, in the order in which they matter. What a type does not ask for is left out. */
import type { Directory } from "../../shared/access/directory.ts";
import type { UserId } from "../../shared/ids.ts";
import { deriveCriteria, hasItems, isShoot } from "../../shared/ticket/request-types.ts";
import type { Approval, Priority, Ticket } from "../../shared/ticket/ticket.ts";
import { toMs } from "../../shared/time.ts";
import { t } from "../i18n/messages.ts";
import { overdueText, timeLeft } from "./deadlines.ts";
import { dayAndRange, dayAndTime } from "./moments.ts";
import { usernameOf } from "./names.ts";

export interface FactLine {
  value: string;
  /** Smaller, below: why, how long, of what. */
  note?: string | undefined;
}

export interface Fact {
  label: string;
  lines: FactLine[];
  isLate?: boolean;
  priority?: Priority;
  /** Seen at once on a phone; the rest unfolds. */
  isFirst: boolean;
}

interface Reader {
  directory: Directory;
  nowMs: number;
}

export const factsOf = (ticket: Ticket, reader: Reader): Fact[] =>
  [
    shootFact,
    deadline,
    assignee,
    collaborators,
    requesterFact,
    quantityFact,
    formatFact,
    priority,
    approvals,
    revisions,
    actualEnd,
  ]
    .map((fact) => fact(ticket, reader))
    .filter((fact) => fact !== null);

type ToFact = (ticket: Ticket, reader: Reader) => Fact | null;

export const shootFact: ToFact = ({ fields }, { nowMs }) => {
  const { scheduledStart, scheduledEnd } = fields;
  if (!isShoot(fields) || scheduledStart === null || scheduledEnd === null) return null;
  const value = dayAndRange(toMs(scheduledStart), toMs(scheduledEnd), nowMs);
  return { label: t.ticket.facts.shoot, lines: [{ value }], isFirst: true };
};

const deadline: ToFact = ({ state }, { nowMs }) => {
  const label = t.ticket.facts.deadline;
  if (state.deadline === null)
    return { label, lines: [{ value: t.ticket.facts.deadlineAfterApproval }], isFirst: true };
  const late = overdueText(state, nowMs);
  const note = late ?? timeLeft(state, nowMs) ?? state.deadlineReason ?? undefined;
  const value = dayAndTime(toMs(state.deadline), nowMs);
  return { label, lines: [{ value, note }], isLate: late !== null, isFirst: true };
};

const assignee: ToFact = ({ fields, state }, { directory }) => {
  const { suggestedAssignees } = fields;
  if (state.assignee !== null || suggestedAssignees.length === 0) {
    const value = state.assignee === null ? t.words.nobodyYet : usernameOf(state.assignee, directory);
    return { label: t.ticket.facts.assignee, lines: [{ value }], isFirst: true };
  }
  return { label: t.ticket.facts.suggested, lines: namesOf(suggestedAssignees, directory), isFirst: true };
};

const collaborators: ToFact = ({ state }, { directory }) =>
  state.collaborators.length === 0
    ? null
    : { label: t.ticket.facts.collaborators, lines: namesOf(state.collaborators, directory), isFirst: true };

export const requesterFact: ToFact = ({ fields, state }, { directory }) => {
  const note = fields.department === null ? undefined : directory.departments.get(fields.department)?.name;
  const value = usernameOf(state.requester, directory);
  return { label: t.ticket.facts.requester, lines: [{ value, note }], isFirst: true };
};

export const quantityFact: ToFact = ({ fields }, { directory }) => {
  const productName = (id: (typeof fields)["product"]) =>
    (id === null ? undefined : directory.products.get(id)?.name) ?? t.words.field.product;
  if (hasItems(fields)) {
    const lines = fields.items.map((item) => ({ value: t.words.item(item.quantity, productName(item.product)) }));
    return { label: t.ticket.facts.items, lines, isFirst: true };
  }
  const value = t.words.pieces(fields.quantity, deriveCriteria(fields, directory));
  const note = fields.product === null ? undefined : productName(fields.product);
  return { label: t.ticket.facts.quantity, lines: [{ value, note }], isFirst: true };
};

export const formatFact: ToFact = ({ fields }) =>
  fields.requestType !== "socmed_posting" || fields.fileFormat === null
    ? null
    : { label: t.ticket.facts.format, lines: [{ value: t.words.fileFormat[fields.fileFormat] }], isFirst: false };

const priority: ToFact = ({ fields }) => ({
  label: t.ticket.facts.priority,
  lines: [],
  priority: fields.priority,
  isFirst: false,
});

const approvals: ToFact = ({ state }, { directory, nowMs }) => {
  const steps = [state.deptApproval, state.creativeApproval].filter((step): step is Approval => step !== null);
  if (steps.length === 0) return null;
  const lines = steps.map((step) => ({
    value: usernameOf(step.by, directory),
    note: step.passed ? t.ticket.facts.passed : dayAndTime(toMs(step.at), nowMs),
  }));
  return { label: t.ticket.facts.approvedBy, lines, isFirst: false };
};

const revisions: ToFact = ({ state }) => {
  if (state.revisionCount === 0) return null;
  const note = state.revision === null ? undefined : t.ticket.facts.quoted(state.revision.comment);
  return { label: t.ticket.facts.revisions, lines: [{ value: String(state.revisionCount), note }], isFirst: false };
};

const actualEnd: ToFact = ({ state, fields }, { nowMs }) => {
  if (state.actualEnd === null || !isShoot(fields)) return null;
  const value = dayAndTime(toMs(state.actualEnd), nowMs);
  return { label: t.ticket.facts.actualEnd, lines: [{ value }], isFirst: false };
};

const namesOf = (ids: readonly UserId[], directory: Directory): FactLine[] =>
  ids.map((id) => ({ value: usernameOf(id, directory) }));
