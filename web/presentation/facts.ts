/** A ticket's facts as labelled lines, in the order in which they matter. What a type does not ask for is left out. */
import type { Directory } from "../../shared/access/directory.ts";
import { deriveCriteria, hasItems, isShoot } from "../../shared/ticket/request-types.ts";
import type { Approval, Priority, Ticket } from "../../shared/ticket/ticket.ts";
import { toMs } from "../../shared/time.ts";
import { t } from "../i18n/messages.ts";
import { overdueText, timeLeft } from "./deadlines.ts";
import { dayAndRange, dayAndTime } from "./moments.ts";
import { usernameOf } from "./names.ts";

export interface Fact {
  label: string;
  lines: string[];
  /** Smaller, below: why, how long, of what. */
  note?: string | undefined;
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
  [shoot, deadline, assignee, collaborators, requester, quantity, format, priority, approvals, revisions, actualEnd]
    .map((fact) => fact(ticket, reader))
    .filter((fact) => fact !== null);

type ToFact = (ticket: Ticket, reader: Reader) => Fact | null;

const shoot: ToFact = ({ fields }, { nowMs }) => {
  const { scheduledStart, scheduledEnd } = fields;
  if (!isShoot(fields) || scheduledStart === null || scheduledEnd === null) return null;
  return {
    label: t.ticket.facts.shoot,
    lines: [dayAndRange(toMs(scheduledStart), toMs(scheduledEnd), nowMs)],
    isFirst: true,
  };
};

const deadline: ToFact = ({ state }, { nowMs }) => {
  if (state.deadline === null) {
    return { label: t.ticket.facts.deadline, lines: [t.ticket.facts.deadlineAfterApproval], isFirst: true };
  }
  const late = overdueText(state, nowMs);
  return {
    label: t.ticket.facts.deadline,
    lines: [dayAndTime(toMs(state.deadline), nowMs)],
    note: late ?? timeLeft(state, nowMs) ?? state.deadlineReason ?? undefined,
    isLate: late !== null,
    isFirst: true,
  };
};

const assignee: ToFact = ({ fields, state }, { directory }) => {
  const { suggestedAssignees } = fields;
  if (state.assignee !== null || suggestedAssignees.length === 0) {
    const line = state.assignee === null ? t.words.nobodyYet : usernameOf(state.assignee, directory);
    return { label: t.ticket.facts.assignee, lines: [line], isFirst: true };
  }
  const lines = suggestedAssignees.map((id) => usernameOf(id, directory));
  return { label: t.ticket.facts.suggested, lines, isFirst: true };
};

const collaborators: ToFact = ({ state }, { directory }) =>
  state.collaborators.length === 0
    ? null
    : {
        label: t.ticket.facts.collaborators,
        lines: state.collaborators.map((id) => usernameOf(id, directory)),
        isFirst: true,
      };

const requester: ToFact = ({ fields, state }, { directory }) => ({
  label: t.ticket.facts.requester,
  lines: [usernameOf(state.requester, directory)],
  note: fields.department === null ? undefined : directory.departments.get(fields.department)?.name,
  isFirst: true,
});

const quantity: ToFact = ({ fields }, { directory }) => {
  const productName = (id: (typeof fields)["product"]) =>
    (id === null ? undefined : directory.products.get(id)?.name) ?? t.words.field.product;
  if (hasItems(fields)) {
    const lines = fields.items.map((item) => t.words.item(item.quantity, productName(item.product)));
    return { label: t.ticket.facts.items, lines, isFirst: true };
  }
  return {
    label: t.ticket.facts.quantity,
    lines: [t.words.pieces(fields.quantity, deriveCriteria(fields, directory))],
    note: fields.product === null ? undefined : productName(fields.product),
    isFirst: true,
  };
};

const format: ToFact = ({ fields }) =>
  fields.requestType !== "socmed_posting" || fields.fileFormat === null
    ? null
    : { label: t.ticket.facts.format, lines: [t.words.fileFormat[fields.fileFormat]], isFirst: false };

const priority: ToFact = ({ fields }) => ({
  label: t.ticket.facts.priority,
  lines: [t.words.priority[fields.priority]],
  priority: fields.priority,
  isFirst: false,
});

const approvals: ToFact = ({ state }, { directory, nowMs }) => {
  const steps = [state.deptApproval, state.creativeApproval].filter((step): step is Approval => step !== null);
  if (steps.length === 0) return null;
  const lines = steps.map((step) => {
    const moment = dayAndTime(toMs(step.at), nowMs);
    return t.ticket.facts.approved(usernameOf(step.by, directory), step.passed ? t.ticket.facts.passed : moment);
  });
  return { label: t.ticket.facts.approvedBy, lines, isFirst: false };
};

const revisions: ToFact = ({ state }) =>
  state.revisionCount === 0
    ? null
    : {
        label: t.ticket.facts.revisions,
        lines: [String(state.revisionCount)],
        note: state.revision === null ? undefined : t.ticket.facts.quoted(state.revision.comment),
        isFirst: false,
      };

const actualEnd: ToFact = ({ state, fields }, { nowMs }) =>
  state.actualEnd === null || !isShoot(fields)
    ? null
    : { label: t.ticket.facts.actualEnd, lines: [dayAndTime(toMs(state.actualEnd), nowMs)], isFirst: false };
