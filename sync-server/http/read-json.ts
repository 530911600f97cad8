import type { Context } from "hono";
import * as v from "valibot";
import { fail, ok, type Result } from "../../shared/result.ts";
import { refuse } from "./errors.ts";

/** The body, parsed strictly; the failure is the answer to send. An empty body counts as `{}`. */
export const readJson = async <Schema extends v.GenericSchema>(
  context: Context,
  schema: Schema,
): Promise<Result<v.InferOutput<Schema>, Response>> => {
  let body: unknown;
  try {
    const text = await context.req.text();
    body = text.trim() === "" ? {} : JSON.parse(text);
  } catch {
    return fail(refuse(context, 400, { code: "malformed", message: "The body is not JSON." }));
  }
  // To a schema of objects an array without elements looks like an object without fields.
  return readValue(context, schema, Array.isArray(body) ? null : body);
};

/** The query, each name once; repeated names are joined by commas. */
export const readQuery = <Schema extends v.GenericSchema>(
  context: Context,
  schema: Schema,
): Result<v.InferOutput<Schema>, Response> => {
  const query = Object.fromEntries(
    Object.entries(context.req.queries()).map(([key, values]) => [key, values.join(",")]),
  );
  return readValue(context, schema, query);
};

const readValue = <Schema extends v.GenericSchema>(
  context: Context,
  schema: Schema,
  value: unknown,
): Result<v.InferOutput<Schema>, Response> => {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return ok(parsed.output);
  const fields = Object.fromEntries(parsed.issues.map((issue) => [v.getDotPath(issue) ?? "body", wording(issue)]));
  return fail(refuse(context, 400, { code: "invalid", message: "Some fields need another look.", fields }));
};

/** Not what was received: that may be a password. */
const wording = (issue: v.BaseIssue<unknown>): string => {
  if (issue.type === "strict_object" && issue.expected === "never") return "is not a field of this";
  if (issue.received === "undefined") return "is required";
  return issue.message.replace(/ but received .*$/s, "").replace(/^Invalid \w+: Expected/, "expected");
};
