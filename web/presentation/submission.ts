/** What will happen when a draft is sent: what is missing, and where it goes. Asks the shared rules, knows none. */
import { approversOf } from "../../shared/access/approvers.ts";
import type { Directory, Person } from "../../shared/access/directory.ts";
import { type Missing, missingForSubmit } from "../../shared/ticket/missing-for-submit.ts";
import { accessFacts } from "../../shared/ticket/summary.ts";
import type { Fields, Ticket } from "../../shared/ticket/ticket.ts";
import { isoTime } from "../../shared/time.ts";
import { statusAfterSubmission } from "../../shared/workflow/submission.ts";
import { t } from "../i18n/messages.ts";
import { usernameOf } from "./names.ts";

const withDepartment = (fields: Fields, me: Person): Fields => ({
  ...fields,
  department: fields.department ?? me.department,
});

export const missingOf = (ticket: Ticket, me: Person, directory: Directory): Missing =>
  missingForSubmit(withDepartment(ticket.fields, me), directory);

/** 'Goes to marketing-head for Dept Approval' */
export const destinationText = (ticket: Ticket, me: Person, directory: Directory): string => {
  const action = { type: "submit" as const, actor: me.id };
  const at = isoTime(Date.now());
  const status = statusAfterSubmission({ ticket, action, actor: me, at, directory, ticketNumber: null });
  if (status === "approved") return t.intake.goesTo.approved;
  const facts = { ...accessFacts({ ...ticket, fields: withDepartment(ticket.fields, me) }), status };
  const approvers = approversOf(facts, directory);
  if (approvers === null || approvers.isAdminQueue) return t.intake.goesTo.admins;
  const names = approvers.people.map((id) => usernameOf(id, directory));
  return status === "requested" ? t.intake.goesTo.department(names) : t.intake.goesTo.creative(names);
};
