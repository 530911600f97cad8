/** List rows of tickets with waiting changes, as this person should see them. */
import type * as Y from "yjs";
import type { Directory, Person } from "../../../shared/access/directory.ts";
import { readActions, readRulings } from "../../../shared/document/read.ts";
import { summarize } from "../../../shared/document/summarize.ts";
import { viewTicket } from "../../../shared/document/view.ts";
import type { TicketId } from "../../../shared/ids.ts";
import type { TicketSummary } from "../../../shared/ticket/summary.ts";

/** The document's list row with the person's own actions that are not ruled yet taken as decided. */
export const rowWithPending = (
  id: TicketId,
  doc: Y.Doc,
  me: Person,
  context: { nowMs: number; directory: Directory },
): TicketSummary => {
  const row = summarize(id, doc);
  const { ticket } = viewTicket(row, readActions(doc).actions, readRulings(doc), me, context);
  return { ...row, fields: ticket.fields, state: ticket.state };
};
