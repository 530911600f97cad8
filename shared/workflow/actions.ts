/** What people ask for. Each action has a type, its actor, the device's time, and its own arguments. */
import * as v from "valibot";
import { UserIdSchema } from "../ids.ts";
import { IsoTimeSchema } from "../time.ts";

/** Longest reason or revision comment, in UTF-16 units. */
export const maxReasonLength = 2000;
export const maxCollaborators = 50;

const reason = v.pipe(v.string(), v.trim(), v.minLength(1, "a reason is needed"), v.maxLength(maxReasonLength));
const collaborators = v.pipe(v.array(UserIdSchema), v.maxLength(maxCollaborators));

/** Common to all. `at` is what the device said (ISO text or milliseconds); `n` orders one device's actions. */
const base = {
  actor: UserIdSchema,
  at: v.optional(v.union([v.pipe(v.string(), v.maxLength(40)), v.number()])),
  n: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
};

const action = <Type extends string, Entries extends v.ObjectEntries>(type: Type, entries: Entries) =>
  v.strictObject({ type: v.literal(type), ...base, ...entries });

export const actionSchemas = {
  submit: action("submit", {}),
  approve: action("approve", {
    /** Fingerprint of the brief that was on the screen; absent, it is not checked. */
    seen: v.optional(v.pipe(v.string(), v.maxLength(128))),
    /** Which of the two approvals is meant; absent, the one that is next. Keeps an admin's late first one from becoming the second. */
    step: v.optional(v.picklist(["department", "creative"])),
    /** Second approval: who takes it on instead of the suggested people. */
    assignee: v.optional(UserIdSchema),
    collaborators: v.optional(collaborators),
  }),
  reject: action("reject", { reason }),
  resubmit: action("resubmit", {}),
  assign: action("assign", { assignee: UserIdSchema, collaborators: v.optional(collaborators) }),
  schedule: action("schedule", { scheduledStart: IsoTimeSchema, scheduledEnd: IsoTimeSchema }),
  set_deadline: action("set_deadline", { deadline: IsoTimeSchema, reason }),
  start: action("start", {}),
  complete: action("complete", { actualEnd: v.optional(IsoTimeSchema) }),
  confirm: action("confirm", {}),
  request_revision: action("request_revision", { comment: reason }),
  trash: action("trash", {}),
  restore: action("restore", {}),
} as const;

export type ActionType = keyof typeof actionSchemas;
export type ActionOf<Type extends ActionType> = v.InferOutput<(typeof actionSchemas)[Type]>;
export type Action = { [Type in ActionType]: ActionOf<Type> }[ActionType];

export const actionTypes = Object.keys(actionSchemas) as ActionType[];

/** Any action, parsed strictly: unknown types and unknown arguments fail. */
export const ActionSchema = v.variant("type", Object.values(actionSchemas));
