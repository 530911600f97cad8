import * as v from "valibot";
import { CommentIdSchema, UserIdSchema } from "../ids.ts";
import { IsoTimeSchema, isoTime } from "../time.ts";
import { SuggestionSchema } from "./suggestion.ts";
import type { Comment } from "./ticket.ts";

/** Longest comment, in UTF-16 units. */
export const maxCommentLength = 10_000;

/** Programs may write milliseconds since 1970 where the app writes ISO text. */
const time = v.union([
  IsoTimeSchema,
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(253_402_300_799_999), v.transform(isoTime)),
]);

/** An entry of `comments`. The body is empty only where the comment was deleted. */
export const CommentSchema: v.GenericSchema<unknown, Comment> = v.pipe(
  v.strictObject({
    author: UserIdSchema,
    body: v.pipe(v.string(), v.maxLength(maxCommentLength)),
    parent: v.optional(v.nullable(CommentIdSchema), null),
    createdAt: time,
    editedAt: v.optional(time),
    deletedAt: v.optional(time),
    suggestion: v.optional(SuggestionSchema),
    applied: v.optional(v.literal(true)),
  }),
  v.check((comment) => comment.deletedAt !== undefined || comment.body.trim() !== "", "a comment needs text"),
  v.check((comment) => comment.applied === undefined || comment.parent !== null, "what was applied is the parent"),
);
