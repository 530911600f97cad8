import type { Approval, State, Status } from "../ticket/ticket.ts";
import type { Arrival, Workflow } from "./workflow.ts";

/** Who brought a creative ticket into its status, read off its state. */
export const arrivals: Workflow["arrivals"] = {
  draft: ({ requester, createdAt }) => ({ action: null, by: requester, at: createdAt }),
  requested: (state) => submission(state),
  pending_creative: (state) => approval(state, state.deptApproval),
  approved: (state) => approval(state, state.creativeApproval),
  in_progress: ({ revision, startedAt, startedBy }) =>
    revision !== null && (startedAt === null || revision.at > startedAt)
      ? { action: "request_revision", by: revision.by, at: revision.at }
      : { action: "start", by: startedBy, at: startedAt },
  completed: ({ confirmedAt, confirmedBy, completedAt, completedBy }) =>
    confirmedAt === null
      ? { action: "complete", by: completedBy, at: completedAt }
      : { action: "confirm", by: confirmedBy, at: confirmedAt },
  rejected: ({ rejection }) => ({ action: "reject", by: rejection?.by ?? null, at: rejection?.at ?? null }),
} satisfies Record<Status, (state: State) => Arrival>;

const submission = ({ requester, submittedAt }: State): Arrival => ({
  action: "submit",
  by: requester,
  at: submittedAt,
});

/** A step that was passed was taken by the submission itself. */
const approval = (state: State, step: Approval | null): Arrival =>
  step === null || step.passed ? submission(state) : { action: "approve", by: step.by, at: step.at };
