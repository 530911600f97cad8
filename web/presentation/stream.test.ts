import { describe, expect, it } from "vitest";
import type { CommentId, UserId } from "../../shared/ids.ts";
import type { Comment } from "../../shared/ticket/ticket.ts";
import { isoTime } from "../../shared/time.ts";
import type { StreamAction } from "../sync/device.ts";
import { streamOf } from "./stream.ts";

const id = (text: string) => text as CommentId;
const minute = (n: number) => isoTime(Date.UTC(2026, 10, 24, 9, n));
const says = (author: string, at: number, parent: string | null = null, more: Partial<Comment> = {}): Comment => ({
  author: author as UserId,
  body: "…",
  parent: parent === null ? null : id(parent),
  createdAt: minute(at),
  ...more,
});
const comments = (entries: Record<string, Comment>) =>
  new Map(Object.entries(entries).map(([key, comment]) => [id(key), comment]));
const action = (name: string, at: number, accepted: boolean | null) =>
  ({
    id: name,
    action: { type: "start", actor: "u", at: minute(at) },
    ruling: accepted === null ? null : { accepted, status: "in_progress", at: minute(at) },
  }) as unknown as StreamAction;

describe("the stream of a ticket", () => {
  it("mixes comments and activity by time, and leaves refused actions out", () => {
    const stream = streamOf(comments({ c1: says("ann", 2) }), [
      action("later", 3, true),
      action("first", 1, true),
      action("refused", 2, false),
      action("waiting", 9, null),
    ]);
    expect(stream.map((entry) => entry.id)).toEqual(["first", "c1", "later", "waiting"]);
  });

  it("shows replies two deep; deeper ones say whom they answer", () => {
    const [thread] = streamOf(comments({ c1: says("ann", 1), c2: says("ben", 2, "c1"), c3: says("cho", 3, "c2") }), []);
    expect(thread).toMatchObject({
      id: "c1",
      replies: [
        { id: "c2", inReplyTo: null },
        { id: "c3", inReplyTo: "ben" },
      ],
    });
  });

  it("keeps a deleted comment only where somebody answered it", () => {
    const deleted = { deletedAt: minute(5) };
    const stream = streamOf(
      comments({
        gone: says("ann", 1, null, deleted),
        kept: says("ann", 2, null, deleted),
        reply: says("ben", 3, "kept"),
      }),
      [],
    );
    expect(stream.map((entry) => entry.id)).toEqual(["kept"]);
  });

  it("leaves out the reply that only says that a suggestion was applied", () => {
    const suggestion = { field: "title", value: "Wider" } as const;
    const [thread] = streamOf(
      comments({
        c1: says("ann", 1, null, { suggestion }),
        c2: says("ben", 2, "c1", { applied: true }),
        c3: says("cho", 3, "c1"),
      }),
      [],
    );
    expect(thread).toMatchObject({ id: "c1", replies: [{ id: "c3" }] });
  });

  it("does not follow a ring of parents for ever", () => {
    const stream = streamOf(comments({ a: says("ann", 1, "b"), b: says("ben", 2, "a") }), []);
    expect(stream).toHaveLength(2);
  });
});
