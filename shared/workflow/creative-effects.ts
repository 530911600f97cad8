/** What each action of the creative workflow changes beside the status. Pure. */
import { type DeadlineStart, deadlineOf } from "../ticket/deadline.ts";
import { deriveCriteria, isShoot } from "../ticket/request-types.ts";
import type { Fields, State, Status } from "../ticket/ticket.ts";
import { toMs } from "../time.ts";
import { assigned, type Team, teamOnApproval, teamOnAssignment } from "./assignment.ts";
import { derivedFields, submittedFields } from "./submission.ts";
import type { Changes, Situation } from "./workflow.ts";

export const submitted = (situation: Situation<"submit">, to: Status): Partial<Changes> => {
  const changes = enterPipeline(situation, to);
  return { ...changes, state: { ...changes.state, number: situation.ticket.state.number ?? situation.ticketNumber } };
};

/** The number stays; what was decided on the earlier submission does not. */
export const resubmitted = (situation: Situation<"resubmit">, to: Status): Partial<Changes> => {
  const changes = enterPipeline(situation, to);
  return { ...changes, state: { rejection: null, startedAt: null, startedBy: null, ...changes.state } };
};

const enterPipeline = (situation: Situation<"submit" | "resubmit">, to: Status): Changes => {
  const { ticket, actor, at, directory } = situation;
  const named = submittedFields(situation);
  const fields = { ...named, ...derivedFields(named, directory) };
  const passed = { by: actor.id, at, passed: true };
  return {
    fields,
    state: {
      submittedAt: at,
      deptApproval: to === "requested" ? null : passed,
      creativeApproval: to === "approved" ? passed : null,
      ...(to === "approved" ? finallyApproved(situation, fields, teamOnApproval(ticket, directory)) : {}),
    },
  };
};

export const departmentApproved = ({ actor, at }: Situation<"approve">): Partial<Changes> => ({
  state: { deptApproval: { by: actor.id, at, passed: false } },
});

export const creativeApproved = (situation: Situation<"approve">): Partial<Changes> => {
  const { ticket, action, actor, at, directory } = situation;
  const fields = { ...ticket.fields, ...derivedFields(ticket.fields, directory) };
  const team = teamOnApproval(ticket, directory, action);
  return {
    fields,
    state: {
      creativeApproval: { by: actor.id, at, passed: false },
      ...finallyApproved(situation, fields, team),
    },
  };
};

/** Final approval, decided or passed: the team takes over and the deadline starts. */
const finallyApproved = ({ at, directory }: Situation, fields: Fields, team: Team): Partial<State> => ({
  ...assigned(team, at),
  ...dueFrom({ at, event: "approval" }, fields, directory),
});

const dueFrom = (from: DeadlineStart, fields: Fields, directory: Situation["directory"]): Partial<State> => {
  const { deadline, reason } = deadlineOf(fields, deriveCriteria(fields, directory), from);
  return { deadline, deadlineReason: reason };
};

export const rejected = ({ ticket, action, actor, at }: Situation<"reject">): Partial<Changes> => ({
  state: {
    rejection: { by: actor.id, at, reason: action.reason, from: ticket.state.status },
    deadline: null,
    deadlineReason: null,
  },
});

export const reassigned = ({ ticket, action, at }: Situation<"assign">): Partial<Changes> => ({
  state: assigned(teamOnAssignment(ticket, action), at),
});

export const rescheduled = ({ action }: Situation<"schedule">): Partial<Changes> => ({
  fields: { scheduledStart: action.scheduledStart, scheduledEnd: action.scheduledEnd },
});

/** Once approved, a shoot is due when it is now scheduled to end. */
export const rescheduledWork = (situation: Situation<"schedule">): Partial<Changes> => {
  const { ticket, at, directory } = situation;
  const changes = rescheduled(situation);
  const fields = { ...ticket.fields, ...changes.fields };
  return { ...changes, state: dueFrom({ at, event: "rescheduling" }, fields, directory) };
};

export const deadlineSet = ({ action }: Situation<"set_deadline">): Partial<Changes> => ({
  state: { deadline: action.deadline, deadlineReason: action.reason },
});

export const started = ({ actor, at }: Situation<"start">): Partial<Changes> => ({
  state: { startedAt: at, startedBy: actor.id },
});

/** A device whose clock is fast cannot have a shoot end after the completion that says so. */
export const completed = ({ ticket, action, actor, at }: Situation<"complete">): Partial<Changes> => {
  const said = action.actualEnd ?? at;
  const actualEnd = isShoot(ticket.fields) ? (toMs(said) > toMs(at) ? at : said) : null;
  return { state: { completedAt: at, completedBy: actor.id, actualEnd } };
};

export const confirmed = ({ actor, at }: Situation<"confirm">): Partial<Changes> => ({
  state: { confirmedAt: at, confirmedBy: actor.id },
});

export const revisionRequested = (situation: Situation<"request_revision">): Partial<Changes> => {
  const { ticket, action, actor, at, directory } = situation;
  return {
    state: {
      revisionCount: ticket.state.revisionCount + 1,
      revision: { by: actor.id, at, comment: action.comment },
      completedAt: null,
      completedBy: null,
      actualEnd: null,
      ...dueFrom({ at, event: "revision" }, ticket.fields, directory),
    },
  };
};

export const trashed = ({ actor, at }: Situation<"trash">): Partial<Changes> => ({
  state: { trashed: { by: actor.id, at } },
});

export const restored = (): Partial<Changes> => ({ state: { trashed: null } });
