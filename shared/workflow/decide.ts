/**
 * The one place where it is decided whether an action is accepted. The device asks it for an instant answer, the server
 * for the final one. It reads the table of the ticket's kind and knows no workflow of its own.
 */
import type { Directory, Person } from "../access/directory.ts";
import type { Status, Ticket } from "../ticket/ticket.ts";
import { isoTime } from "../time.ts";
import type { Action } from "./actions.ts";
import { changedOnly } from "./changes.ts";
import { findMove } from "./find-move.ts";
import type { Refusal } from "./refusals.ts";
import type { Changes, Situation } from "./workflow.ts";

export interface DecideContext {
  /** The moment of judging, milliseconds since 1970. */
  nowMs: number;
  directory: Directory;
  /** The number a first submission gets; absent on a device. */
  ticketNumber?: number | null;
}

/** `changes` holds only what differs from the ticket, the status included. */
export type Decision =
  | { accepted: true; from: Status; to: Status; changes: Changes }
  | { accepted: false; refusal: Refusal };

/** Judges one action of `actor` (who must be the action's own actor) on the ticket as it is now. */
export const decide = (ticket: Ticket, action: Action, actor: Person, context: DecideContext): Decision => {
  const { nowMs, directory, ticketNumber = null } = context;
  const found = findMove(ticket, action.type, actor, directory);
  if (!found.ok) return { accepted: false, refusal: found.error };
  const move = found.value;
  const situation: Situation = { ticket, action, actor, at: isoTime(nowMs), directory, ticketNumber };
  for (const need of move.needs ?? []) {
    const refusal = need(situation);
    if (refusal !== null) return { accepted: false, refusal };
  }
  const from = ticket.state.status;
  const to = typeof move.to === "function" ? move.to(situation) : move.to;
  const { state, fields } = move.effect?.(situation, to) ?? {};
  const changes = changedOnly(ticket, { state: { ...state, status: to }, fields: { ...fields } });
  return { accepted: true, from, to, changes };
};
