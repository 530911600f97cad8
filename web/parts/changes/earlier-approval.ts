/** The approval that was refused or held, as it stands in its ticket. */
import type { ActionOf } from "../../../shared/workflow/actions.ts";
import type { OpenTicket, RefusedChange } from "../../sync/device.ts";

export const earlierApproval = (ticket: OpenTicket, refused: RefusedChange): ActionOf<"approve"> | null => {
  const action = ticket.actions().find(({ id }) => id === refused.key)?.action;
  return action?.type === "approve" ? action : null;
};

/** The people it named in the same step, if it did. */
export const teamIn = (
  approval: ActionOf<"approve"> | null,
): Pick<ActionOf<"approve">, "assignee" | "collaborators"> => {
  if (approval?.assignee === undefined) return {};
  const { assignee, collaborators } = approval;
  return collaborators === undefined ? { assignee } : { assignee, collaborators };
};
