import * as v from "valibot";
import { expect, test } from "vitest";
import { CommentIdSchema } from "../ids.ts";
import { sampleDoc, sampleNowMs, sampleTicket } from "../sample-tickets.ts";
import { people } from "../sample-world.ts";
import { isoTime } from "../time.ts";
import { summarize } from "./summarize.ts";
import { addComment, deleteComment } from "./write.ts";

const ticket = sampleTicket("in_progress");
const commentId = (key: string) => v.parse(CommentIdSchema, key);
const comment = (laterMs: number) => ({
  author: people["creative-1"].id,
  body: "On it.",
  parent: null,
  createdAt: isoTime(sampleNowMs + laterMs),
});

test("a ticket without comments", () => {
  expect(summarize(ticket.id, sampleDoc(ticket))).toEqual({ ...ticket, commentCount: 0, lastComment: null });
});

test("the newest comment is named, by id where times are equal; deleted ones do not count", () => {
  const doc = sampleDoc(ticket);
  addComment(doc, commentId("newest-b"), comment(1000));
  addComment(doc, commentId("newest-a"), comment(1000));
  addComment(doc, commentId("older"), comment(0));
  addComment(doc, commentId("deleted"), comment(2000));
  deleteComment(doc, commentId("deleted"), isoTime(sampleNowMs + 3000));
  expect(summarize(ticket.id, doc)).toMatchObject({
    commentCount: 3,
    lastComment: { id: "newest-b", author: people["creative-1"].id, at: isoTime(sampleNowMs + 1000) },
  });
});
