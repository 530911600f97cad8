import type { Person } from "../access/directory.ts";
import type { Rulings, Ticket } from "../ticket/ticket.ts";
import { applyChanges } from "../workflow/changes.ts";
import { type DecideContext, type Decision, decide } from "../workflow/decide.ts";
import { deviceTimeMs } from "../workflow/device-time.ts";
import { compareActions, type StoredAction } from "./action-order.ts";

export interface PendingAction extends StoredAction {
  /** What the device expects the server to decide. */
  decision: Decision;
}

export interface TicketView {
  ticket: Ticket;
  /** My actions that have no ruling yet, in the order in which I made them. */
  pending: PendingAction[];
}

/**
 * A ticket as `me` should see it: what the server decided, plus my own actions it has not ruled on, each judged as of the
 * moment my device made it. Others' actions show once they are ruled on. A draft the server does not know yet is mine.
 */
export const viewTicket = (
  stored: Ticket,
  actions: readonly StoredAction[],
  rulings: Rulings,
  me: Person,
  context: Pick<DecideContext, "nowMs" | "directory">,
): TicketView => {
  let ticket = stored.state.requester === null ? asMyDraft(stored, me) : stored;
  const waiting = actions.filter(({ id, action }) => action.actor === me.id && !rulings.has(id)).sort(compareActions);
  const pending = waiting.map(({ id, action }) => {
    const nowMs = deviceTimeMs(action) ?? context.nowMs;
    const decision = decide(ticket, action, me, { ...context, nowMs });
    if (decision.accepted) ticket = applyChanges(ticket, decision.changes);
    return { id, action, decision };
  });
  return { ticket, pending };
};

const asMyDraft = (ticket: Ticket, me: Person): Ticket => ({ ...ticket, state: { ...ticket.state, requester: me.id } });
