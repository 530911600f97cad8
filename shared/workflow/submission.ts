/** What a submission fills in, and how far it goes at once. */
import { isCreativeManager, isCreativeMember, isDepartmentManager } from "../access/relations.ts";
import { deriveCriteria } from "../ticket/request-types.ts";
import type { Fields, Status } from "../ticket/ticket.ts";
import type { Situation } from "./workflow.ts";

type Submission = Situation<"submit" | "resubmit">;

/** The fields as they are submitted: the requester's own department unless another is named. */
export const submittedFields = ({ ticket, actor }: Submission): Fields => ({
  ...ticket.fields,
  department: ticket.fields.department ?? actor.department,
});

/** The fields that follow from others, written down so that lists and figures need not derive them again. */
export const derivedFields = (fields: Fields, directory: Submission["directory"]): Partial<Fields> => ({
  criteria: deriveCriteria(fields, directory),
});

/** The passing rule: a step whose approver is the requester is not waited for. */
export const statusAfterSubmission = (situation: Submission): Status => {
  const { actor, directory } = situation;
  if (isCreativeManager(actor, directory)) return "approved";
  const { department } = submittedFields(situation);
  const isOwnApprover = isCreativeMember(actor, directory) || isDepartmentManager(actor, department, directory);
  return isOwnApprover ? "pending_creative" : "requested";
};
