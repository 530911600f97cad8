/** What one ticket asks of one person now. */
import { approversOf } from "../../shared/access/approvers.ts";
import type { Directory, Person } from "../../shared/access/directory.ts";
import { isCreativeManager } from "../../shared/access/relations.ts";
import { accessFacts } from "../../shared/ticket/summary.ts";
import type { State } from "../../shared/ticket/ticket.ts";
import type { ListedTicket } from "../sync/device.ts";

/**
 * `approve`, `assign`, `work`, `confirm`, `correct`: theirs to do. `sent`: done by them, and nobody else has seen it yet.
 * `wait`: theirs, and somebody else's turn.
 */
export type MyPart = "approve" | "assign" | "work" | "confirm" | "correct" | "sent" | "wait";

/** Null where the ticket is none of this person's business, or over. */
export const myPartIn = ({ summary, hasWaiting }: ListedTicket, me: Person, directory: Directory): MyPart | null => {
  const { state } = summary;
  if (state.trashed !== null) return null;
  const isRequester = state.requester === me.id;
  switch (state.status) {
    case "draft":
      return null;
    case "requested":
    case "pending_creative":
      if (approversOf(accessFacts(summary), directory)?.people.includes(me.id)) return "approve";
      return isRequester ? "wait" : null;
    case "approved":
    case "in_progress":
      if (worksOn(state, me)) return "work";
      if (state.assignee === null && isCreativeManager(me, directory)) return "assign";
      return isRequester ? "wait" : null;
    case "completed":
      if (state.confirmedAt !== null) return null;
      if (hasWaiting && state.completedBy === me.id) return "sent";
      if (isRequester) return "confirm";
      return worksOn(state, me) ? "wait" : null;
    case "rejected":
      return isRequester ? "correct" : null;
  }
};

const worksOn = ({ assignee, collaborators }: State, me: Person): boolean =>
  assignee === me.id || collaborators.includes(me.id);

/** Due first, undated last. */
export const byDeadline = (one: ListedTicket, other: ListedTicket): number =>
  (one.summary.state.deadline ?? "9").localeCompare(other.summary.state.deadline ?? "9");
