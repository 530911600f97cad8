/** A change somebody would have made and may not: it travels with a comment, for whoever may. It changes nothing by itself. */
import * as v from "valibot";
import { fieldSchemas } from "./field-schemas.ts";
import type { FieldKey, Fields } from "./ticket.ts";

export type SuggestedKey = Exclude<FieldKey, "kind">;

/** A value for one field, or text for the end of the description. */
export type Suggestion =
  | { [Key in SuggestedKey]: { field: Key; value: Fields[Key] } }[SuggestedKey]
  | { field: "description"; value: string };

/** Longest text for the description, in UTF-16 units: what a comment holds. */
export const maxSuggestedText = 10_000;

const suggestedKeys = Object.keys(fieldSchemas).filter((key): key is SuggestedKey => key !== "kind");

const text = v.pipe(
  v.string(),
  v.maxLength(maxSuggestedText),
  v.check((words) => words.trim() !== "", "a suggestion needs text"),
);

/** What may be suggested for a field is what may stand in it. */
export const SuggestionSchema = v.variant("field", [
  v.strictObject({ field: v.literal("description"), value: text }),
  ...suggestedKeys.map((field) => v.strictObject({ field: v.literal(field), value: fieldSchemas[field] })),
]) as v.GenericSchema<unknown, Suggestion>;
