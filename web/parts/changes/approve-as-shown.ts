/** Approving once more, after an approval was held: the brief that is on the screen now, for the people named before. */
import { createEffect, createRoot, untrack } from "solid-js";
import { fingerprint } from "../../../shared/ticket/fingerprint.ts";
import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import type { ActionOf } from "../../../shared/workflow/actions.ts";
import { approvalOf } from "../../presentation/approval.ts";
import type { Device, OpenTicket, RefusedChange } from "../../sync/device.ts";

export const approveAsShown = (device: Device, refused: RefusedChange, shown: TicketSummary): void =>
  createRoot((dispose) => {
    const ticket = device.open(refused.ticket);
    createEffect(() => {
      const phase = ticket.phase();
      if (phase === "loading") return;
      // Once: the action changes the very ticket it is made from.
      if (phase === "ready") untrack(() => approveAgain(ticket, refused, shown));
      queueMicrotask(() => {
        ticket.close();
        dispose();
      });
    });
  });

/** What stands in the document by now may be newer still: then this approval is held as well. */
const approveAgain = (ticket: OpenTicket, refused: RefusedChange, { fields, brief }: TicketSummary): void =>
  ticket.act({ ...approvalOf(ticket.ticket(), fingerprint(fields, brief)), ...teamNamed(ticket, refused) });

/** The people the held approval named in the same step, if it did. */
const teamNamed = (
  ticket: OpenTicket,
  refused: RefusedChange,
): Pick<ActionOf<"approve">, "assignee" | "collaborators"> => {
  const action = ticket.actions().find(({ id }) => id === refused.key)?.action;
  if (action?.type !== "approve" || action.assignee === undefined) return {};
  const { assignee, collaborators } = action;
  return collaborators === undefined ? { assignee } : { assignee, collaborators };
};
