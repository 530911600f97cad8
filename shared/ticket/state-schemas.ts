/** What stands in each key of `state`. Only the server writes there; a device may still hold somebody's own nonsense. */
import * as v from "valibot";
import { UserIdSchema } from "../ids.ts";
import { IsoTimeSchema } from "../time.ts";
import { type State, type StateKey, statuses } from "./ticket.ts";

const person = v.nullable(UserIdSchema);
const time = v.nullable(IsoTimeSchema);
const byAt = { by: UserIdSchema, at: IsoTimeSchema };
const approval = v.nullable(v.object({ ...byAt, passed: v.boolean() }));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const stateSchemas: { [Key in StateKey]: v.GenericSchema<unknown, State[Key]> } = {
  status: v.picklist(statuses),
  number: v.nullable(count),
  requester: person,
  assignee: person,
  collaborators: v.array(UserIdSchema),
  createdAt: time,
  submittedAt: time,
  deptApproval: approval,
  creativeApproval: approval,
  rejection: v.nullable(v.object({ ...byAt, reason: v.string(), from: v.picklist(statuses) })),
  assignedAt: time,
  startedAt: time,
  startedBy: person,
  completedAt: time,
  completedBy: person,
  actualEnd: time,
  confirmedAt: time,
  confirmedBy: person,
  deadline: time,
  deadlineReason: v.nullable(v.string()),
  revisionCount: count,
  revision: v.nullable(v.object({ ...byAt, comment: v.string() })),
  trashed: v.nullable(v.object(byAt)),
};
