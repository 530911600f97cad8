import { fingerprint } from "../../shared/ticket/fingerprint.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";

/** An approval of the step the ticket waits in and of the brief that is on the screen, nothing else. */
export const approvalOf = ({ state }: Ticket, seen: string) => ({
  type: "approve" as const,
  seen,
  step: state.status === "requested" ? ("department" as const) : ("creative" as const),
});

/** The same of a list row, whose brief is all that was shown. */
export const approvalOfShown = (ticket: Ticket) => approvalOf(ticket, fingerprint(ticket.fields, ticket.brief));
