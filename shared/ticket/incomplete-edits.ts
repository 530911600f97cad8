import type { Directory } from "../access/directory.ts";
import { type Missing, missingForSubmit } from "./missing-for-submit.ts";
import type { FieldKey, Fields } from "./ticket.ts";

/**
 * After its submission a ticket may not be edited into one that could not have been submitted. Which of the `edited` fields
 * cannot stand in `fields` (as they are with the edit), and what is wrong: another request type needs all that it asks for.
 */
export const incompleteEdits = (
  fields: Fields,
  edited: readonly FieldKey[],
  directory: Directory,
): { keys: FieldKey[]; missing: Missing } => {
  const missing = missingForSubmit(fields, directory);
  const typeLacks = edited.includes("requestType") && Object.keys(missing).length > 0;
  return { keys: typeLacks ? [...edited] : edited.filter((key) => missing[key] !== undefined), missing };
};
