import * as v from "valibot";
import { expect, test } from "vitest";
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

test("a deleted comment has no text", () => {
  expect(v.is(CommentSchema, { ...comment, body: "", deletedAt: comment.createdAt })).toBe(true);
});

test.each([
  ["no text", { ...comment, body: " " }],
  ["no author", { ...comment, author: undefined }],
  ["an unknown key", { ...comment, pinned: true }],
  ["10,001 characters", { ...comment, body: "x".repeat(10_001) }],
  ["a list", [comment]],
])("refused: %s", (_, raw) => {
  expect(v.is(CommentSchema, raw)).toBe(false);
});
