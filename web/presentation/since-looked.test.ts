import { expect, it } from "vitest";
import type { ActionId, CommentId, UserId } from "../../shared/ids.ts";
import { sampleNowMs, sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people } from "../../shared/sample-world.ts";
import type { Comment } from "../../shared/ticket/ticket.ts";
import { isoTime } from "../../shared/time.ts";
import type { SeenBrief, StreamAction } from "../sync/device.ts";
import { briefSinceLooked, entriesOf, newEntries, newsIn } from "./since-looked.ts";

const me = people["marketing-head"].id;
const ticket = sampleTicket("requested", { brief: "End on the pour." });
const seen = (entries: string[] | null): SeenBrief => ({
  ticket: ticket.id,
  fingerprint: "f",
  at: isoTime(sampleNowMs),
  fields: ticket.fields,
  text: "End on the pour.",
  entries,
});
const said = (id: string, author: UserId, more: Partial<Comment> = {}): [CommentId, Comment] => [
  id as CommentId,
  { author, body: "Words", parent: null, createdAt: isoTime(sampleNowMs), ...more },
];
const done = (id: string, actor: UserId, accepted = true): StreamAction => ({
  id: id as ActionId,
  action: { type: "start", actor },
  ruling: { accepted, status: "in_progress", at: isoTime(sampleNowMs) },
});

const other = people["marketing-1"].id;
const comments = new Map([
  said("c1", other),
  said("c2", other),
  said("c3", me),
  said("c4", other, { deletedAt: isoTime(0) }),
]);
const actions = [done("a1", other), done("a2", other), done("a3", me), done("a4", other, false)];

it("counts what others said and did since, oneself aside", () => {
  const news = newEntries(seen(["c1", "a1"]), comments, actions, me);
  expect([...news.ids]).toEqual(["c2", "a2"]);
  expect(newsIn({ fields: [], paragraphs: [] }, news)).toBe(2);
});

it("knows nothing new where comments were never looked at", () => {
  expect(newEntries(seen(null), comments, actions, me).ids.size).toBe(0);
  expect(newEntries(null, comments, actions, me).ids.size).toBe(0);
});

it("remembers what stood there, not what was refused", () => {
  expect(entriesOf(comments, actions)).toEqual(["c1", "c2", "c3", "c4", "a1", "a2", "a3"]);
});

it("finds the brief's own changes, and none for one who never looked", () => {
  const reader = { directory, nowMs: sampleNowMs };
  expect(briefSinceLooked(null, ticket, reader)).toBeNull();
  const changed = { ...ticket, brief: "End on the pour. Slowly." };
  expect(briefSinceLooked(seen([]), changed, reader)?.paragraphs).toHaveLength(1);
});
