/** Approving once more, after an approval was held: the brief that is on the screen now, for the people named before. */
import { fingerprint } from "../../../shared/ticket/fingerprint.ts";
import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import { approvalOf } from "../../presentation/approval.ts";
import type { Device, OpenTicket, RefusedChange } from "../../sync/device.ts";
import { onceReady } from "../once-ready.ts";
import { earlierApproval, teamIn } from "./earlier-approval.ts";

/** Held approvals that were answered: a second press, while the ticket is read, must not approve the next step too. */
const answered = new Set<RefusedChange["id"]>();

export const approveAsShown = async (device: Device, refused: RefusedChange, shown: TicketSummary): Promise<void> => {
  if (answered.has(refused.id)) return;
  answered.add(refused.id);
  const isThere = await onceReady(device, refused.ticket, (ticket) => approveAgain(ticket, refused, shown));
  if (!isThere) answered.delete(refused.id);
};

/** What stands in the document by now may be newer still: then this approval is held as well. */
const approveAgain = (ticket: OpenTicket, refused: RefusedChange, { fields, brief }: TicketSummary): void =>
  ticket.act({
    ...approvalOf(ticket.ticket(), fingerprint(fields, brief)),
    ...teamIn(earlierApproval(ticket, refused)),
  });
