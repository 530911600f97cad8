/** Rules on an update's new actions, one after the other, and prepares what the server writes for them. */
import { compareActions } from "../../shared/document/action-order.ts";
import { readTicket } from "../../shared/document/read.ts";
import type { ActionId } from "../../shared/ids.ts";
import { type AccessFacts, accessFacts } from "../../shared/ticket/summary.ts";
import {
  draftState,
  emptyFields,
  type Fields,
  type Ruling,
  type State,
  type Ticket,
} from "../../shared/ticket/ticket.ts";
import { isoTime } from "../../shared/time.ts";
import { decide } from "../../shared/workflow/decide.ts";
import { type WorkflowEvent, workflowEvent } from "../../shared/workflow/events.ts";
import type { JudgeContext } from "./judge.ts";
import type { JudgedContent } from "./judge-content.ts";
import type { LoadedTicket } from "./loaded-ticket.ts";
import type { KeyChange } from "./watch-changes.ts";

export interface RuledActions {
  rulings: Map<ActionId, Ruling>;
  events: WorkflowEvent[];
  /** The ticket's standing before the actions and after each of them. */
  factsAlong: AccessFacts[];
  numberTaken: boolean;
  /** Writes the first state of a ticket nobody has stored yet. Call inside a server transaction, before `write`. */
  create(): void;
  /** Writes rulings, state and fields. Call inside a server transaction. */
  write(): void;
}

/** `before` is the ticket's standing before the update: what the update itself claims must not speak for it. */
export const ruleActions = (
  ticket: LoadedTicket,
  content: JudgedContent,
  before: AccessFacts,
  context: JudgeContext,
): RuledActions => {
  const created: Partial<State> = ticket.exists
    ? {}
    : { status: "draft", requester: context.user.id, createdAt: isoTime(context.nowMs) };
  if (content.actions.length === 0) return ruledNothing(ticket, before, created);
  let standing = withoutForbidden(readTicket(ticket.id, ticket.doc), content);
  standing = { ...standing, state: { ...standing.state, ...created } };
  const state: Partial<State> = {};
  const fields: Partial<Fields> = {};
  const ruled: RuledActions = {
    rulings: new Map(),
    events: [],
    factsAlong: [before],
    numberTaken: false,
    create: () => setAll(ticket.maps.state, created),
    write: () => {
      for (const [id, ruling] of ruled.rulings) ticket.maps.rulings.set(id, ruling);
      setAll(ticket.maps.state, state);
      setAll(ticket.maps.fields, fields);
    },
  };
  for (const { id, action } of [...content.actions].sort(compareActions)) {
    const decision = decide(standing, action, context.user, context);
    const at = isoTime(context.nowMs);
    if (!decision.accepted) {
      ruled.rulings.set(id, { accepted: false, ...decision.refusal, status: standing.state.status, at });
      continue;
    }
    const { changes } = decision;
    ruled.rulings.set(id, { accepted: true, status: decision.to, at });
    ruled.events.push(workflowEvent(standing, id, action, decision, context.nowMs));
    if (changes.state.number !== undefined) ruled.numberTaken = true;
    Object.assign(state, changes.state);
    Object.assign(fields, changes.fields);
    standing = {
      ...standing,
      state: { ...standing.state, ...changes.state },
      fields: { ...standing.fields, ...changes.fields },
    };
    ruled.factsAlong.push(accessFacts(standing));
  }
  return ruled;
};

const ruledNothing = (ticket: LoadedTicket, before: AccessFacts, created: Partial<State>): RuledActions => ({
  rulings: new Map(),
  events: [],
  factsAlong: [before],
  numberTaken: false,
  create: () => setAll(ticket.maps.state, created),
  write: () => {},
});

/** Actions are judged by the ticket as it will stand, so without what is about to be put back. */
const withoutForbidden = (ticket: Ticket, { forbidden }: JudgedContent): Ticket => {
  const fields: Fields = { ...ticket.fields };
  const state: State = { ...ticket.state };
  for (const { change } of forbidden) {
    if (change.root === "fields") restore(fields, emptyFields, change);
    if (change.root === "state") restore(state, draftState, change);
  }
  return { ...ticket, fields, state };
};

const restore = <Values extends object>(values: Values, defaults: Values, { key, before }: KeyChange): void => {
  if (Object.hasOwn(defaults, key)) Object.assign(values, { [key]: before ?? defaults[key as keyof Values] });
};

const setAll = (map: { set(key: string, value: unknown): unknown }, values: object): void => {
  for (const [key, value] of Object.entries(values)) map.set(key, value);
};
