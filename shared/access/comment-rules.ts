/** Comments belong to their authors: anyone who may comment adds one, only its author changes it, nobody removes it. */
import * as v from "valibot";
import { CommentIdSchema, type UserId } from "../ids.ts";
import { CommentSchema } from "../ticket/comment.ts";
import { SuggestionSchema } from "../ticket/suggestion.ts";
import type { Comment } from "../ticket/ticket.ts";

/** What stays as it was written; the author may change the rest. A suggestion stays too, as long as its comment. */
const fixedKeys = ["author", "parent", "createdAt", "applied"] as const;

/**
 * Judges one changed entry: `before` undefined for a new comment, `after` undefined for a removed one. Returns why not,
 * or null. A deleted comment keeps its entry with `deletedAt`, so that replies keep their parent.
 */
export const refuseComment = (
  id: string,
  before: unknown,
  after: unknown,
  author: UserId,
): "not_yours" | "invalid_value" | null => {
  if (before !== undefined && readKey(before, "author") !== author) return "not_yours";
  const parsed = v.safeParse(CommentSchema, after);
  if (!parsed.success || !v.is(CommentIdSchema, id)) return "invalid_value";
  if (parsed.output.author !== author) return "not_yours";
  if (before === undefined) return null;
  const isFixed = fixedKeys.every((key) => readKey(before, key) === readKey(after, key));
  return isFixed && keepsSuggestion(before, parsed.output) ? null : "invalid_value";
};

/** Nobody applies another change than the one that was asked for. With its comment it may be taken back. */
const keepsSuggestion = (before: unknown, { suggestion, deletedAt }: Comment): boolean => {
  if (deletedAt !== undefined && suggestion === undefined) return true;
  const parsed = v.safeParse(v.optional(SuggestionSchema), readKey(before, "suggestion"));
  // Parsed, both have their keys in the same order.
  return parsed.success && JSON.stringify(parsed.output) === JSON.stringify(suggestion);
};

const readKey = (entry: unknown, key: string): unknown =>
  typeof entry === "object" && entry !== null ? (entry as Record<string, unknown>)[key] : undefined;
