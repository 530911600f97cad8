/** Checks of the creative workflow. Each answers null or the refusal. */
import { fingerprint } from "../ticket/fingerprint.ts";
import { missingForSubmit } from "../ticket/missing-for-submit.ts";
import { isShoot } from "../ticket/request-types.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { toMs } from "../time.ts";
import { canBeAssigned } from "./assignment.ts";
import { arrivals } from "./creative-arrivals.ts";
import type { Refusal } from "./refusals.ts";
import { submittedFields } from "./submission.ts";
import type { Situation } from "./workflow.ts";

export const isConfirmedNot = ({ state }: Ticket): Refusal | null =>
  state.confirmedAt === null
    ? null
    : { code: "already_confirmed", facts: { by: state.confirmedBy, at: state.confirmedAt } };

export const isAShoot = ({ fields }: Ticket): Refusal | null =>
  isShoot(fields) ? null : { code: "not_a_shoot", facts: { requestType: fields.requestType } };

export const isInTrash = ({ state }: Ticket): Refusal | null =>
  state.trashed === null ? { code: "not_trashed", facts: {} } : null;

export const isComplete = (situation: Situation<"submit" | "resubmit">): Refusal | null => {
  const fields = missingForSubmit(submittedFields(situation), situation.directory);
  return Object.keys(fields).length === 0 ? null : { code: "incomplete", facts: { fields } };
};

/** An approval of the other step, which somebody has taken meanwhile, is not one of this step. */
export const meansThisStep = ({ ticket, action }: Situation<"approve">): Refusal | null => {
  const { state } = ticket;
  const step = state.status === "requested" ? "department" : "creative";
  if (action.step === undefined || action.step === step) return null;
  return { code: "wrong_status", facts: { status: state.status, ...arrivals[state.status](state) } };
};

export const sawThisBrief = ({ ticket, action }: Situation<"approve">): Refusal | null => {
  if (action.seen === undefined) return null;
  const now = fingerprint(ticket.fields, ticket.brief);
  return action.seen === now ? null : { code: "brief_changed", facts: { seen: action.seen, now } };
};

export const namesPeopleWhoCan = ({
  action,
  directory,
}: Situation<"approve"> | Situation<"assign">): Refusal | null => {
  const named = [...(action.assignee === undefined ? [] : [action.assignee]), ...(action.collaborators ?? [])];
  const people = named.filter((id) => !canBeAssigned(id, directory));
  return people.length === 0 ? null : { code: "invalid_assignee", facts: { people } };
};

export const endsAfterItStarts = ({ action }: Situation<"schedule">): Refusal | null =>
  toMs(action.scheduledEnd) > toMs(action.scheduledStart)
    ? null
    : { code: "invalid_arguments", facts: { fields: { scheduledEnd: "end_before_start" } } };
