/** What the interface offers a person on a ticket: the one thing to do now, its counterpart, and the rest. */
import type { Directory, Person } from "../../shared/access/directory.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import type { ActionType } from "../../shared/workflow/actions.ts";
import { allowedActions } from "../../shared/workflow/allowed-actions.ts";

export interface Offers {
  /** The black button. */
  main: ActionType | null;
  /** The other half of a decision, beside the main one. */
  second: ActionType | null;
  others: ActionType[];
}

export const offersFor = (ticket: Ticket, me: Person, directory: Directory): Offers => {
  const allowed = allowedActions(ticket, me, directory);
  const main = mainOrder.find((type) => allowed.includes(type) && isMineToDo(type, ticket, me)) ?? null;
  const counterpart = main === null ? undefined : counterparts[main];
  const second = counterpart !== undefined && allowed.includes(counterpart) ? counterpart : null;
  return { main, second, others: allowed.filter((type) => type !== main && type !== second) };
};

const mainOrder: readonly ActionType[] = [
  "restore",
  "submit",
  "resubmit",
  "approve",
  "complete",
  "start",
  "confirm",
  "assign",
];

const counterparts: Partial<Record<ActionType, ActionType>> = { approve: "reject", confirm: "request_revision" };

/** A manager may complete or reassign anybody's ticket; that is not what they are asked for. */
const isMineToDo = (type: ActionType, { state }: Ticket, me: Person): boolean => {
  switch (type) {
    case "complete":
      return state.assignee === me.id || state.collaborators.includes(me.id);
    case "assign":
      return state.assignee === null;
    default:
      return true;
  }
};
