import type { ActionId, TicketId, UserId } from "../ids.ts";
import type { Status, Ticket } from "../ticket/ticket.ts";
import { type IsoTime, isoTime } from "../time.ts";
import type { Action, ActionType } from "./actions.ts";
import type { Decision } from "./decide.ts";
import { deviceTimeMs } from "./device-time.ts";

/** Something that happened to a ticket, for its history and for telling people: one for every accepted action. */
export interface WorkflowEvent {
  ticket: TicketId;
  action: ActionId;
  type: ActionType;
  actor: UserId;
  /** Server time; `deviceAt` is what the actor's device said. */
  at: IsoTime;
  deviceAt: string | null;
  from: Status;
  to: Status;
  /** Keys of state and fields that changed: before → after. */
  before: Partial<Ticket["state"] & Ticket["fields"]>;
  after: Partial<Ticket["state"] & Ticket["fields"]>;
}

/** What an accepted decision says to history and to people. `before` is the ticket the decision was made on. */
export const workflowEvent = (
  before: Ticket,
  id: ActionId,
  action: Action,
  decision: Extract<Decision, { accepted: true }>,
  nowMs: number,
): WorkflowEvent => {
  const after = { ...decision.changes.fields, ...decision.changes.state };
  const present = { ...before.fields, ...before.state };
  const keys = Object.keys(after) as (keyof typeof after)[];
  const deviceMs = deviceTimeMs(action);
  return {
    ticket: before.id,
    action: id,
    type: action.type,
    actor: action.actor,
    at: isoTime(nowMs),
    deviceAt: deviceMs === null ? null : isoTime(deviceMs),
    from: decision.from,
    to: decision.to,
    before: Object.fromEntries(keys.map((key) => [key, present[key]])),
    after,
  };
};
