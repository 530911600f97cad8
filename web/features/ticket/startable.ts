import type { ActionType } from "../../../shared/workflow/actions.ts";
import { approvalOf } from "../../presentation/approval.ts";
import type { OpenTicket } from "../../sync/device.ts";

/** What a button of a ticket starts: an action, or an approval that names people in the same step. */
export type Startable = ActionType | "approve_and_assign";

/** Actions that need more than a tap; a dialog asks. */
const asking = ["reject", "request_revision", "assign", "approve_and_assign", "schedule", "set_deadline"] as const;
export type Asking = (typeof asking)[number];

export const isAsking = (type: Startable): type is Asking => asking.some((other) => other === type);

/** Takes an action that needs no more than a tap. */
export const actAtOnce = (open: OpenTicket, type: Exclude<Startable, Asking>): void =>
  open.act(type === "approve" ? approvalOf(open.ticket(), open.fingerprint()) : { type });
