import type { CommentId, TicketId, UserId } from "../ids.ts";
import type { IsoTime } from "../time.ts";
import type { Fields, State, Ticket } from "./ticket.ts";

/**
 * One row of every list: what the server keeps as its projection and what a device keeps as its index.
 * A pure function of the ticket's document, so that rebuilding it from the log gives the same row (I8).
 */
export interface TicketSummary {
  id: TicketId;
  fields: Fields;
  state: State;
  /** The description as plain text. */
  brief: string;
  commentCount: number;
  /** The newest comment, so that a list can say 'marketing-2 commented'. */
  lastComment: { id: CommentId; author: UserId; at: IsoTime } | null;
}

/** What decides who may read a ticket and write in it. */
export type AccessFacts = Pick<State, "status" | "requester" | "assignee" | "collaborators" | "trashed"> &
  Pick<Fields, "department" | "suggestedAssignees" | "kind">;

export const accessFacts = ({ fields, state }: Pick<Ticket, "fields" | "state">): AccessFacts => ({
  kind: fields.kind,
  status: state.status,
  requester: state.requester,
  assignee: state.assignee,
  collaborators: state.collaborators,
  trashed: state.trashed,
  department: fields.department,
  suggestedAssignees: fields.suggestedAssignees,
});
