import type { TicketId } from "../../shared/ids.ts";
import type { Engine } from "./core/engine.ts";

/** A new approval takes the place of those that are held on this ticket: nothing is left to answer about them. */
export const letGoOfHeld = (
  { index, discardRefused }: Pick<Engine, "index" | "discardRefused">,
  id: TicketId,
): void => {
  for (const { id: refused, ticket, what, code } of [...index.refused.values()]) {
    // A device that cannot store says so elsewhere; the case stays until it can.
    if (ticket === id && what === "approve" && code === "brief_changed") void discardRefused(refused).catch(() => {});
  }
};
