import { canRead } from "../access/can.ts";
import type { Directory, Person } from "../access/directory.ts";
import { type Relation, relationsOf } from "../access/relations.ts";
import { fail, ok, type Result } from "../result.ts";
import { accessFacts } from "../ticket/summary.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { ActionType } from "./actions.ts";
import type { Refusal } from "./refusals.ts";
import type { Move, MovesOf, Workflow } from "./workflow.ts";
import { workflows } from "./workflows.ts";

/**
 * The table's cell for this action, if the ticket and the person's relation to it allow one. That the status is wrong is
 * told before anything else, but only to people who could have done it in another one.
 */
export const findMove = <Type extends ActionType>(
  ticket: Ticket,
  type: Type,
  actor: Person,
  directory: Directory,
): Result<Move<Type>, Refusal> => {
  const { kind } = ticket.fields;
  const { status, trashed } = ticket.state;
  const facts = accessFacts(ticket);
  const workflow = workflows[kind];
  if (workflow === undefined || !canRead(actor, facts, directory)) return fail({ code: "forbidden", facts: {} });
  if (trashed !== null && !workflow.possibleInTrash.includes(type)) return fail({ code: "trashed", facts: trashed });

  const moves: MovesOf<Type> = workflow.moves[type];
  const held = relationsOf(actor, facts, directory);
  const mayMake = (move: Move<Type>) => move.who.some((relation) => held.has(relation));
  const move = moves[status];
  if (move === undefined || !mayMake(move)) {
    const couldElsewhere = Object.values<Move<Type>>(moves).some(mayMake);
    return couldElsewhere ? wrongStatus(ticket, workflow) : forbidden(ticket, move?.who ?? everyoneIn(moves));
  }
  const refusal = move.when?.(ticket) ?? null;
  return refusal === null ? ok(move) : fail(refusal);
};

const wrongStatus = ({ state }: Ticket, workflow: Workflow) =>
  fail<Refusal>({
    code: "wrong_status",
    facts: { status: state.status, ...workflow.arrivals[state.status](state) },
  });

const forbidden = ({ state }: Ticket, needs: readonly Relation[]) =>
  fail<Refusal>({ code: "forbidden", facts: { status: state.status, needs } });

const everyoneIn = <Type extends ActionType>(moves: MovesOf<Type>): Relation[] => [
  ...new Set(Object.values<Move<Type>>(moves).flatMap((move) => move.who)),
];
