/** Lists and counts with decisions in them that are not in their tickets yet: what one did shows at once, everywhere. */
import type { Directory, Person } from "../../shared/access/directory.ts";
import type { StoredAction } from "../../shared/document/action-order.ts";
import { viewTicket } from "../../shared/document/view.ts";
import type { TicketId } from "../../shared/ids.ts";
import { type IsoTime, isoTime } from "../../shared/time.ts";
import { deviceTimeMs } from "../../shared/workflow/device-time.ts";
import type { Engine } from "./core/engine.ts";
import type { KeptDecision, ListedTicket, WaitingChange } from "./device.ts";

interface Viewer {
  me: Person;
  directory: Directory;
  nowMs: number;
}

/** A decision that its ticket holds already, or that is impossible by now, changes nothing. */
export const rowsWithDecisions = (
  rows: readonly ListedTicket[],
  decisions: readonly KeptDecision[],
  { me, directory, nowMs }: Viewer,
): readonly ListedTicket[] => {
  if (decisions.length === 0) return rows;
  const tickets = new Set(decisions.map(({ ticket }) => ticket));
  return rows.map((row) => {
    const { summary } = row;
    if (!tickets.has(summary.id)) return row;
    const { ticket } = viewTicket(summary, actionsOn(summary.id, decisions), new Map(), me, { nowMs, directory });
    return { summary: { ...summary, fields: ticket.fields, state: ticket.state }, hasWaiting: true };
  });
};

/** After everything that is in the ticket, in the order in which they were made. */
export const actionsOn = (id: TicketId, decisions: readonly KeptDecision[]): StoredAction[] =>
  decisions
    .filter(({ ticket }) => ticket === id)
    .map(({ id: actionId, action }, i, all) => ({
      id: actionId,
      action: { ...action, n: Number.MAX_SAFE_INTEGER - all.length + i },
    }));

/** Those that the outbox does not hold yet; what it holds is counted there. */
export const waitingDecisions = (
  decisions: readonly KeptDecision[],
  { index, listRow }: Pick<Engine, "index" | "listRow">,
): WaitingChange[] =>
  decisions
    .filter(({ id, ticket }) => !(index.waiting.get(ticket) ?? []).some(({ actionId }) => actionId === id))
    .map(({ ticket, action }) => ({
      ticket,
      title: listRow(ticket)?.fields.title ?? "",
      what: action.type,
      madeAt: madeAt(action),
    }));

const madeAt = (action: KeptDecision["action"]): IsoTime => isoTime(deviceTimeMs(action) ?? 0);
