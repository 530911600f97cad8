import * as v from "valibot";
import {
  CommentIdSchema,
  DepartmentIdSchema,
  ProductIdSchema,
  TicketIdSchema,
  UserIdSchema,
} from "../../shared/ids.ts";
import { maxCommentLength } from "../../shared/ticket/comment.ts";
import { fieldSchemas, maxSuggestedAssignees } from "../../shared/ticket/field-schemas.ts";
import { priorities, requestTypes, statuses } from "../../shared/ticket/ticket.ts";
import { IsoTimeSchema } from "../../shared/time.ts";
import { maxCollaborators, maxReasonLength } from "../../shared/workflow/actions.ts";
import { limits } from "../limits.ts";
import { orderings } from "../store/ticket-list.ts";

const listOf = <Word>(word: v.GenericSchema<string, Word>) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(",").filter((item) => item !== "")),
      v.maxLength(50, "names too many"),
      v.array(word),
    ),
  );
const flag = v.optional(
  v.pipe(
    v.picklist(["true", "false", "1", "0"], "must be true or false"),
    v.transform((word) => word === "true" || word === "1"),
  ),
);
const whole = (most: number, absent: string) =>
  v.pipe(
    v.optional(v.string(), absent),
    v.regex(/^\d{1,9}$/, "must be a whole number"),
    v.transform(Number),
    v.minValue(1, "must be at least 1"),
    v.maxValue(most, `must be at most ${most}`),
  );
const moment = v.optional(IsoTimeSchema);

export const ListQuerySchema = v.strictObject({
  status: listOf(v.picklist(statuses)),
  priority: listOf(v.picklist(priorities)),
  department: listOf(DepartmentIdSchema),
  assigned_to: listOf(UserIdSchema),
  requester: listOf(UserIdSchema),
  request_type: listOf(v.picklist(requestTypes)),
  product: listOf(ProductIdSchema),
  category: listOf(v.picklist(["technical", "financial", "product"])),
  kind: listOf(v.picklist(["creative", "support"])),
  search: v.optional(v.pipe(v.string(), v.maxLength(200, "is too long"))),
  overdue: flag,
  my_tasks: flag,
  created_after: moment,
  created_before: moment,
  updated_after: moment,
  ordering: v.optional(v.picklist(orderings, "is no ordering"), "-created_at"),
  page: whole(1_000_000, "1"),
  page_size: whole(limits.pageSize, "20"),
});

const { kind, title, priority, department, requestType, fileFormat, criteria, product, items, quantity } = fieldSchemas;
const people = (most: number) => v.pipe(v.array(UserIdSchema), v.maxLength(most, "names too many"));

export const NewTicketSchema = v.strictObject({
  id: v.optional(TicketIdSchema),
  kind: v.optional(kind, "creative"),
  title,
  description: v.optional(v.pipe(v.string(), v.maxLength(100_000, "is too long")), ""),
  priority: v.optional(priority, "medium"),
  department: v.optional(department, null),
  request_type: requestType,
  file_format: v.optional(fileFormat, null),
  criteria: v.optional(criteria, null),
  product: v.optional(product, null),
  items: v.optional(items, []),
  quantity: v.optional(quantity, 1),
  scheduled_start: v.optional(v.nullable(IsoTimeSchema), null),
  scheduled_end: v.optional(v.nullable(IsoTimeSchema), null),
  suggested_assignees: v.optional(people(maxSuggestedAssignees), []),
});
export type NewTicket = v.InferOutput<typeof NewTicketSchema>;

const text = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, "is required"), v.maxLength(most, "is too long"));

/** Arguments of the command routes, by the last part of their path. */
export const commandSchemas = {
  approve: v.strictObject({
    seen: v.optional(v.pipe(v.string(), v.maxLength(128))),
    assigned_to: v.optional(UserIdSchema),
    collaborators: v.optional(people(maxCollaborators)),
  }),
  reject: v.strictObject({ reason: text(maxReasonLength) }),
  assign: v.strictObject({ assigned_to: UserIdSchema, collaborators: v.optional(people(maxCollaborators)) }),
  start: v.strictObject({}),
  complete: v.strictObject({ actual_end: v.optional(IsoTimeSchema) }),
  confirm: v.strictObject({}),
  request_revision: v.strictObject({ revision_comments: text(maxReasonLength) }),
} as const;
export type Command = keyof typeof commandSchemas;

export const NewCommentSchema = v.strictObject({
  body: text(maxCommentLength),
  parent: v.optional(v.nullable(CommentIdSchema), null),
});
