/** What waits for a person's approval, and how far through it they are. */
import { approversOf } from "../../shared/access/approvers.ts";
import type { Directory, Person } from "../../shared/access/directory.ts";
import { isCreativeManager, isDepartmentManager } from "../../shared/access/relations.ts";
import type { TicketId } from "../../shared/ids.ts";
import { accessFacts } from "../../shared/ticket/summary.ts";
import type { State } from "../../shared/ticket/ticket.ts";
import { teamOnApproval } from "../../shared/workflow/assignment.ts";
import type { ListedTicket } from "../sync/device.ts";

/** Longest waiting first. */
export const awaitingApproval = (tickets: readonly ListedTicket[], me: Person, directory: Directory): ListedTicket[] =>
  tickets
    .filter(({ summary }) => approversOf(accessFacts(summary), directory)?.people.includes(me.id) === true)
    .sort(byWaiting);

export const byWaiting = (one: ListedTicket, other: ListedTicket): number =>
  waitingSince(one.summary.state).localeCompare(waitingSince(other.summary.state));

const waitingSince = ({ status, submittedAt, deptApproval }: State): string =>
  (status === "pending_creative" ? deptApproval?.at : null) ?? submittedAt ?? "";

/** Whether approvals come to this person at all. */
export const isApprover = (me: Person, directory: Directory): boolean =>
  isCreativeManager(me, directory) || isDepartmentManager(me, me.department, directory);

/** The last approval puts a team on the ticket; where none is suggested the approver names it. */
export const needsTeam = ({ summary }: ListedTicket, directory: Directory): boolean =>
  summary.state.status === "pending_creative" && teamOnApproval(summary, directory).assignee === null;

/** One sitting: tickets in the order in which they come up. What arrives meanwhile goes to the end. */
export const withArrived = (order: readonly TicketId[], waiting: readonly TicketId[]): TicketId[] => [
  ...order,
  ...waiting.filter((id) => !order.includes(id)),
];

export const putOff = (order: readonly TicketId[], id: TicketId): TicketId[] => [
  ...order.filter((other) => other !== id),
  id,
];

/** The nearest that waits after `from` (or before it), going round at the end; null where nothing else waits. */
export const neighbour = (
  order: readonly TicketId[],
  waiting: ReadonlySet<TicketId>,
  from: TicketId | null,
  step: 1 | -1,
): TicketId | null => {
  const start = from === null ? -1 : order.indexOf(from);
  for (let i = 1; i <= order.length; i++) {
    const id = order[(start + step * i + 2 * order.length) % order.length];
    if (id !== undefined && id !== from && waiting.has(id)) return id;
  }
  return null;
};

export interface QueuePlace {
  /** Of all in this sitting, the how manieth this is: those decided stand before it. */
  at: number;
  of: number;
}

export const placeIn = (order: readonly TicketId[], waiting: ReadonlySet<TicketId>): QueuePlace => ({
  at: order.filter((id) => !waiting.has(id)).length + 1,
  of: order.length,
});
