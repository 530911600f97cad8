/** Actions of people of the sample world, asked for in one line. For tests. */
import { sampleNowMs } from "../sample-tickets.ts";
import { directory, people, type SampleUsername } from "../sample-world.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { hourMs, isoTime } from "../time.ts";
import type { Action } from "../workflow/actions.ts";
import { applyChanges } from "../workflow/changes.ts";
import { type Decision, decide } from "../workflow/decide.ts";
import type { Refusal } from "../workflow/refusals.ts";

/** The day after sample tickets begin. */
export const nowMs = sampleNowMs + 24 * hourMs;
export const at = isoTime(nowMs);
export const idOf = (username: SampleUsername) => people[username].id;

/** An action without its actor. */
export type Asked<Of extends Action = Action> = Of extends unknown ? Omit<Of, "actor"> : never;

export const ask = (ticket: Ticket, username: SampleUsername, asked: Asked): Decision =>
  decide(ticket, { ...asked, actor: idOf(username) } as Action, people[username], { nowMs, directory });

/** The ticket once the action is accepted; throws when it is not. */
export const having = (ticket: Ticket, username: SampleUsername, asked: Asked): Ticket => {
  const decision = ask(ticket, username, asked);
  if (!decision.accepted) throw new Error(decision.refusal.code);
  return applyChanges(ticket, decision.changes);
};

export const refusalOf = (ticket: Ticket, username: SampleUsername, asked: Asked): Refusal | null => {
  const decision = ask(ticket, username, asked);
  return decision.accepted ? null : decision.refusal;
};
