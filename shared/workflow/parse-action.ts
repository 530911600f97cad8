import * as v from "valibot";
import { fail, ok, type Result } from "../result.ts";
import { type Action, ActionSchema } from "./actions.ts";

/** An entry of `actions` as an action; else argument → what is wrong with it, for a refusal's facts. */
export const parseAction = (raw: unknown): Result<Action, Record<string, string>> => {
  const parsed = v.safeParse(ActionSchema, raw);
  if (parsed.success) return ok(parsed.output);
  return fail(Object.fromEntries(parsed.issues.map((issue) => [v.getDotPath(issue) ?? "type", issue.message])));
};
