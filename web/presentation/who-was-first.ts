import type { TicketSummary } from "../../shared/ticket/summary.ts";
import { workflows } from "../../shared/workflow/workflows.ts";
import type { RefusedChange } from "../sync/device.ts";

/**
 * The facts of a refused change with who brought the ticket to where that change may not be made. The server names the status;
 * the ticket on the device knows the rest, as long as it is still there.
 */
export const factsWithWho = (
  { facts, what }: Pick<RefusedChange, "facts" | "what">,
  ticket: TicketSummary | undefined,
): Record<string, unknown> => {
  const isContent = what === "fields" || what === "description" || what === "comments";
  if (!isContent || ticket === undefined || ticket.state.status !== facts.status || ticket.state.trashed !== null) {
    return facts;
  }
  const arrival = workflows[ticket.fields.kind]?.arrivals[ticket.state.status](ticket.state);
  return arrival === undefined || arrival.action === null ? facts : { ...facts, ...arrival };
};
