/** The shape of a workflow: a table over actions and statuses which `decide` reads. A new workflow is a new table. */
import type { Directory, Person } from "../access/directory.ts";
import type { Relation } from "../access/relations.ts";
import type { UserId } from "../ids.ts";
import type { Fields, State, Status, Ticket } from "../ticket/ticket.ts";
import type { IsoTime } from "../time.ts";
import type { ActionOf, ActionType } from "./actions.ts";
import type { Refusal } from "./refusals.ts";

/** Everything an action is judged by. */
export interface Situation<Type extends ActionType = ActionType> {
  ticket: Ticket;
  action: ActionOf<Type>;
  actor: Person;
  /** The moment of judging: on the server, server time. */
  at: IsoTime;
  directory: Directory;
  /** For a first submission; null where numbers are not given out (on a device). */
  ticketNumber: number | null;
}

export interface Changes {
  state: Partial<State>;
  fields: Partial<Fields>;
}

/** One cell of the table: an action that is possible in a status. Its checks are asked in this order. */
export interface Move<Type extends ActionType> {
  who: readonly Relation[];
  /** What the ticket itself must fulfil; where it does not, the action is not offered. */
  when?: (ticket: Ticket) => Refusal | null;
  /** What the action's arguments and the rest of the situation must fulfil. */
  needs?: readonly ((situation: Situation<Type>) => Refusal | null)[];
  to: Status | ((situation: Situation<Type>) => Status);
  /** What changes beside the status. */
  effect?: (situation: Situation<Type>, to: Status) => Partial<Changes>;
}

export type MovesOf<Type extends ActionType> = Partial<Record<Status, Move<Type>>>;

/** Who brought a ticket into its status, when, and by which action; null where nobody is recorded. */
export interface Arrival {
  action: ActionType | null;
  by: UserId | null;
  at: IsoTime | null;
}

export interface Workflow {
  moves: { [Type in ActionType]: MovesOf<Type> };
  /** Actions that a ticket in the trash still takes. */
  possibleInTrash: readonly ActionType[];
  arrivals: Record<Status, (state: State) => Arrival>;
}
