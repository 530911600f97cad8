import { describe, expect, it } from "vitest";
import type { CommentId } from "../../shared/ids.ts";
import { sampleNowMs, sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people, products } from "../../shared/sample-world.ts";
import type { Suggestion } from "../../shared/ticket/suggestion.ts";
import type { Comment } from "../../shared/ticket/ticket.ts";
import { isoTime } from "../../shared/time.ts";
import {
  applicationsIn,
  isApplication,
  isDone,
  mayApply,
  suggestedDifference,
  suggestionBody,
  suggestionIn,
} from "./suggestion.ts";

const reader = { directory, nowMs: sampleNowMs };
const c1 = "c1" as CommentId;

describe("what was refused becomes a suggestion", () => {
  it.each<[string, string, Suggestion["value"]]>([
    ["title", "Halo, with prices", "Halo, with prices"],
    ["title", "2026", "2026"],
    ["priority", "urgent", "urgent"],
    ["quantity", "3", 3],
    ["product", "", null],
    ["scheduledStart", "2026-03-04T09:00:00.000Z", "2026-03-04T09:00:00.000Z"],
    ["suggestedAssignees", JSON.stringify([people["creative-1"].id]), [people["creative-1"].id]],
    [
      "items",
      JSON.stringify([{ product: products.bannerAd.id, quantity: 2 }]),
      [{ product: products.bannerAd.id, quantity: 2 }],
    ],
  ])("%s %s", (key, wrote, value) => {
    expect(suggestionIn({ what: "fields", key, wrote })).toEqual({ field: key, value });
  });

  it("the description by its text", () =>
    expect(suggestionIn({ what: "description", key: "", wrote: "Night shoot" })).toEqual({
      field: "description",
      value: "Night shoot",
    }));

  it.each([
    ["an approval", { what: "approve", key: "a1", wrote: "" }],
    ["a comment", { what: "comments", key: "c1", wrote: "Hm" }],
    ["a deletion of text", { what: "description", key: "", wrote: "" }],
    ["what cannot stand there", { what: "fields", key: "quantity", wrote: "many" }],
    ["an unknown field", { what: "fields", key: "colour", wrote: "red" }],
  ] as const)("but not %s", (_, refused) => expect(suggestionIn(refused)).toBeNull());
});

it.each<[Suggestion, string]>([
  [{ field: "title", value: "Wider" }, "Title: Wider"],
  [{ field: "priority", value: "urgent" }, "Priority: Urgent"],
  [{ field: "description", value: "Wider" }, "Wider"],
])("%j reads as a comment: %s", (suggestion, body) => expect(suggestionBody(suggestion, reader)).toBe(body));

describe("who may make the change", () => {
  const title: Suggestion = { field: "title", value: "Wider" };
  it.each([
    ["the requester, who may no more", title, "pending_creative", "marketing-1", false],
    ["the department's approver", title, "pending_creative", "marketing-head", true],
    ["the department's approver after approval", title, "approved", "marketing-head", false],
    ["a creative approver", title, "approved", "creative-head", true],
    ["the assignee, of a field", title, "in_progress", "creative-1", false],
    ["the assignee, of the description", { field: "description", value: "Wider" }, "in_progress", "creative-1", true],
    ["nobody once it is completed", title, "completed", "creative-head", false],
    ["nobody where something would be missing", { field: "title", value: "" }, "approved", "creative-head", false],
  ] as const)("%s", (_, suggestion, status, username, expected) =>
    expect(mayApply(suggestion, sampleTicket(status), people[username], directory)).toBe(expected),
  );
});

describe("what stands there", () => {
  const ticket = sampleTicket("approved", { fields: { title: "Halo", quantity: 2 }, brief: "One line.\nAnother." });
  it.each<[Suggestion, boolean]>([
    [{ field: "title", value: "Halo " }, true],
    [{ field: "title", value: "Halo 2" }, false],
    [{ field: "quantity", value: 2 }, true],
    [{ field: "description", value: "Another." }, true],
    [{ field: "description", value: "A third." }, false],
  ])("%j: %s", (suggestion, expected) => expect(isDone(suggestion, ticket, reader)).toBe(expected));

  it("differs from the suggestion in that one thing", () => {
    expect(suggestedDifference({ field: "quantity", value: 6 }, ticket, reader).fields).toEqual([
      { key: "quantity", label: "Quantity", before: "2", after: "6" },
    ]);
    const { paragraphs } = suggestedDifference({ field: "description", value: "A third." }, ticket, reader);
    expect(paragraphs.map(({ kind, pieces }) => [kind, pieces.map(({ text }) => text)])).toEqual([
      ["added", ["A third."]],
    ]);
  });
});

describe("who applied it", () => {
  const said = (hour: number, more: Partial<Comment> = {}): Comment => ({
    author: people["creative-1"].id,
    body: "Words",
    parent: null,
    createdAt: isoTime(Date.UTC(2026, 2, 4, hour)),
    ...more,
  });
  const asked = said(9, { suggestion: { field: "title", value: "Wider" } });
  const did = (hour: number, more: Partial<Comment> = {}) => said(hour, { parent: c1, applied: true, ...more });

  it("is the last who said so", () => {
    const comments = new Map<CommentId, Comment>([
      [c1, asked],
      ["c2" as CommentId, did(11, { author: people["creative-head"].id })],
      ["c3" as CommentId, did(10)],
      ["c4" as CommentId, said(12, { parent: c1 })],
    ]);
    expect(applicationsIn(comments).get(c1)).toEqual({ by: people["creative-head"].id, at: did(11).createdAt });
    expect([...comments.values()].map((comment) => isApplication(comment, comments))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("is nobody where it was taken back, or nothing was suggested", () => {
    const comments = new Map<CommentId, Comment>([
      [c1, said(9)],
      ["c2" as CommentId, did(10)],
    ]);
    expect(applicationsIn(comments).size).toBe(0);
    const taken = new Map<CommentId, Comment>([
      [c1, asked],
      ["c2" as CommentId, did(10, { deletedAt: asked.createdAt, body: "" })],
    ]);
    expect(applicationsIn(taken).size).toBe(0);
  });
});
