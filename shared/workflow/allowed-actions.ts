import type { Directory, Person } from "../access/directory.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { type ActionType, actionTypes } from "./actions.ts";
import { findMove } from "./find-move.ts";

/** The actions to offer `actor` on this ticket now; what their arguments need is judged when they act. */
export const allowedActions = (ticket: Ticket, actor: Person, directory: Directory): ActionType[] =>
  actionTypes.filter((type) => findMove(ticket, type, actor, directory).ok);
