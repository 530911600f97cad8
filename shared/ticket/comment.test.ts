import * as v from "valibot";
import { expect, test } from "vitest";
import type { CommentId } from "../ids.ts";
import { people } from "../sample-world.ts";
import { CommentSchema } from "./comment.ts";

const comment = {
  author: people["sales-1"].id,
  body: "Wider, please.",
  parent: null,
  createdAt: "2026-03-02T09:00:00.000Z",
};

test.each([
  ["as the app writes it", comment],
  ["without a parent", { ...comment, parent: undefined }],
  ["with milliseconds for a time", { ...comment, createdAt: Date.UTC(2026, 2, 2, 9) }],
])("a comment %s", (_, raw) => {
  expect(v.parse(CommentSchema, raw)).toEqual(comment);
});

test.each([
  ["carry a change", { ...comment, suggestion: { field: "title", value: "Wider" } }],
  ["say that its author made the change its parent carries", { ...comment, parent: "c1" as CommentId, applied: true }],
])("a comment may %s", (_, raw) => {
  expect(v.parse(CommentSchema, raw)).toEqual(raw);
});

test("a deleted comment has no text", () => {
  expect(v.is(CommentSchema, { ...comment, body: "", deletedAt: comment.createdAt })).toBe(true);
});

test.each([
  ["no text", { ...comment, body: " " }],
  ["no author", { ...comment, author: undefined }],
  ["an unknown key", { ...comment, pinned: true }],
  ["10,001 characters", { ...comment, body: "x".repeat(10_001) }],
  ["a list", [comment]],
  ["a change nobody could make", { ...comment, suggestion: { field: "status", value: "approved" } }],
  ["a change without words", { ...comment, body: "", suggestion: { field: "title", value: "Wider" } }],
  ["a change made that nothing suggests", { ...comment, applied: true }],
  ["a change not made", { ...comment, parent: "c1", applied: false }],
])("refused: %s", (_, raw) => {
  expect(v.is(CommentSchema, raw)).toBe(false);
});
