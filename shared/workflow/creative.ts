/** The workflow of creative tickets: for each action and status, who may, what it needs, where it leads, what it does. */
import type { Status } from "../ticket/ticket.ts";
import type { ActionType } from "./actions.ts";
import { arrivals } from "./creative-arrivals.ts";
import * as effects from "./creative-effects.ts";
import * as needs from "./creative-needs.ts";
import { statusAfterSubmission } from "./submission.ts";
import type { Move, MovesOf, Situation, Workflow } from "./workflow.ts";

type MoveWithin<Type extends ActionType> = Omit<Move<Type>, "to">;

const unchanged = ({ ticket }: Situation): Status => ticket.state.status;

/** The same move in several statuses, each of which it keeps. */
const within = <Type extends ActionType>(statuses: readonly Status[], move: MoveWithin<Type>): MovesOf<Type> =>
  Object.fromEntries(statuses.map((status) => [status, { ...move, to: unchanged }])) as MovesOf<Type>;

/** The trash mark goes on and off by the same people's hands. */
const mark = <Type extends "trash" | "restore">(move: Omit<MoveWithin<Type>, "who">): MovesOf<Type> => ({
  ...within<Type>(["draft"], { ...move, who: ["requester"] }),
  ...within<Type>(["requested", "pending_creative", "approved", "rejected"], {
    ...move,
    who: ["requester", "departmentManager", "creativeManager"],
  }),
  ...within<Type>(["in_progress", "completed"], { ...move, who: ["departmentManager", "creativeManager"] }),
});

export const creative: Workflow = {
  moves: {
    submit: {
      draft: { who: ["requester"], needs: [needs.isComplete], to: statusAfterSubmission, effect: effects.submitted },
    },
    approve: {
      requested: {
        who: ["departmentManager"],
        needs: [needs.meansThisStep, needs.sawThisBrief],
        to: "pending_creative",
        effect: effects.departmentApproved,
      },
      pending_creative: {
        who: ["creativeManager"],
        needs: [needs.meansThisStep, needs.sawThisBrief, needs.namesPeopleWhoCan],
        to: "approved",
        effect: effects.creativeApproved,
      },
    },
    reject: {
      requested: { who: ["departmentManager"], to: "rejected", effect: effects.rejected },
      pending_creative: { who: ["creativeManager"], to: "rejected", effect: effects.rejected },
      approved: { who: ["creativeManager"], to: "rejected", effect: effects.rejected },
      in_progress: { who: ["creativeManager"], to: "rejected", effect: effects.rejected },
    },
    resubmit: {
      rejected: {
        who: ["requester"],
        needs: [needs.isComplete],
        to: statusAfterSubmission,
        effect: effects.resubmitted,
      },
    },
    assign: within<"assign">(["approved", "in_progress"], {
      who: ["creativeManager"],
      needs: [needs.namesPeopleWhoCan],
      effect: effects.reassigned,
    }),
    schedule: {
      ...within<"schedule">(["draft", "rejected"], {
        who: ["requester"],
        when: needs.isAShoot,
        needs: [needs.endsAfterItStarts],
        effect: effects.rescheduled,
      }),
      ...within<"schedule">(["requested", "pending_creative"], {
        who: ["requester", "creativeManager"],
        when: needs.isAShoot,
        needs: [needs.endsAfterItStarts],
        effect: effects.rescheduled,
      }),
      ...within<"schedule">(["approved", "in_progress"], {
        who: ["creativeManager"],
        when: needs.isAShoot,
        needs: [needs.endsAfterItStarts],
        effect: effects.rescheduledWork,
      }),
    },
    set_deadline: within<"set_deadline">(["approved", "in_progress"], {
      who: ["creativeManager"],
      effect: effects.deadlineSet,
    }),
    start: {
      approved: { who: ["assignee", "collaborator"], to: "in_progress", effect: effects.started },
    },
    complete: {
      in_progress: {
        who: ["assignee", "collaborator", "creativeManager"],
        to: "completed",
        effect: effects.completed,
      },
    },
    confirm: within<"confirm">(["completed"], {
      who: ["requester", "admin"],
      when: needs.isConfirmedNot,
      effect: effects.confirmed,
    }),
    request_revision: {
      completed: {
        who: ["requester", "admin"],
        when: needs.isConfirmedNot,
        to: "in_progress",
        effect: effects.revisionRequested,
      },
    },
    trash: mark<"trash">({ effect: effects.trashed }),
    restore: mark<"restore">({ when: needs.isInTrash, effect: effects.restored }),
  },

  possibleInTrash: ["restore"],

  arrivals,
};
