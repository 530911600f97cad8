import type { ActionId } from "../ids.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { isoTime } from "../time.ts";
import type { Action } from "./actions.ts";
import type { Decision } from "./decide.ts";
import { deviceTimeMs } from "./device-time.ts";
import type { WorkflowEvent } from "./events.ts";

/** What an accepted decision says to history and to people. `before` is the ticket the decision was made on. */
export const buildEvent = (
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
