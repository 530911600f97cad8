/** What may stand in each field. Tolerant of drafts: what submission needs beyond this is in missing-for-submit.ts. */
import * as v from "valibot";
import { DepartmentIdSchema, ProductIdSchema, UserIdSchema } from "../ids.ts";
import { fail, ok, type Result } from "../result.ts";
import { IsoTimeSchema } from "../time.ts";
import { type FieldKey, type Fields, fileFormats, priorities, requestTypes } from "./ticket.ts";

/** Longest title, in UTF-16 units. */
export const maxTitleLength = 200;
/** Largest quantity of a ticket, of one item, and of all items together. */
export const maxQuantity = 1000;
export const maxItems = 100;
export const maxSuggestedAssignees = 50;

const quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxQuantity));

export const fieldSchemas: { [Key in FieldKey]: v.GenericSchema<unknown, Fields[Key]> } = {
  // Support tickets may be written once their workflow and permission tables exist.
  kind: v.literal("creative"),
  title: v.pipe(v.string(), v.maxLength(maxTitleLength)),
  priority: v.picklist(priorities),
  department: v.nullable(DepartmentIdSchema),
  requestType: v.nullable(v.picklist(requestTypes)),
  fileFormat: v.nullable(v.picklist(fileFormats)),
  criteria: v.nullable(v.picklist(["image", "video"])),
  product: v.nullable(ProductIdSchema),
  items: v.pipe(v.array(v.strictObject({ product: ProductIdSchema, quantity })), v.maxLength(maxItems)),
  quantity,
  scheduledStart: v.nullable(IsoTimeSchema),
  scheduledEnd: v.nullable(IsoTimeSchema),
  suggestedAssignees: v.pipe(v.array(UserIdSchema), v.maxLength(maxSuggestedAssignees)),
  category: v.nullable(v.picklist(["technical", "financial", "product"])),
};

/** Is this a field, and may this stand in it? The value comes back typed, times in UTC; else what is wrong, in English. */
export const checkField = <Key extends FieldKey>(key: Key, value: unknown): Result<Fields[Key], string> => {
  const schema: v.GenericSchema<unknown, Fields[Key]> = fieldSchemas[key];
  const parsed = v.safeParse(schema, value);
  return parsed.success ? ok(parsed.output) : fail(parsed.issues[0].message);
};
