import { beforeEach, describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import { readComments, readFields } from "../../shared/document/read.ts";
import { addComment, deleteComment, editComment, writeFields } from "../../shared/document/write.ts";
import type { CommentId, TicketId } from "../../shared/ids.ts";
import { people } from "../../shared/sample-world.ts";
import type { Comment } from "../../shared/ticket/ticket.ts";
import { isoTime } from "../../shared/time.ts";
import { expectConverged } from "../testing/sync/expect-converged.ts";
import { createSyncWorld, type SyncWorld, type Writer } from "../testing/sync/sync-world.ts";
import { repairCodes, repairsOf } from "../testing/sync/told.ts";

const author = people["marketing-1"].id;
const other = people["marketing-head"].id;
const at = isoTime(Date.UTC(2026, 2, 4, 9));
const c1 = "c1" as CommentId;
const comment = (more: Partial<Comment> = {}): Comment => ({
  author,
  body: "Blue, please.",
  parent: null,
  createdAt: at,
  ...more,
});
const put = (key: string, value: unknown) => (doc: Y.Doc) => void doc.getMap(roots.comments).set(key, value);

let world: SyncWorld;
let id: TicketId;
let writer: Writer;
let rival: Writer;
beforeEach(async () => {
  world = createSyncWorld();
  id = world.ticket("in_progress");
  writer = await world.as("marketing-1", id, 50);
  await writer.write((doc) => addComment(doc, c1, comment()));
  rival = await world.as("marketing-head", id, 60);
});
const stored = () => readComments(world.replay(id)).get(c1);

describe("one's own comment", () => {
  it("is added, edited and deleted", async () => {
    expect(stored()).toEqual(comment());
    expect(repairsOf(await writer.write((doc) => editComment(doc, c1, "Green, please.", at)))).toEqual([]);
    expect(stored()).toEqual(comment({ body: "Green, please.", editedAt: at }));
    expect(repairsOf(await writer.write((doc) => deleteComment(doc, c1, at)))).toEqual([]);
    expect(stored()).toMatchObject({ body: "", deletedAt: at });
    await expectConverged(world, id, other);
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ["its entry is removed", (doc) => doc.getMap(roots.comments).delete(c1)],
    ["its author changes", put(c1, comment({ author: other }))],
    ["its time changes", put(c1, comment({ createdAt: isoTime(0) }))],
    ["its parent changes", put(c1, comment({ parent: "c0" as CommentId }))],
    ["it loses its text", put(c1, comment({ body: " " }))],
    ["it grows past what a comment may hold", put(c1, comment({ body: "x".repeat(10_001) }))],
    ["it gains what a comment does not have", put(c1, { ...comment(), pinned: true })],
    ["it becomes something else", put(c1, "text")],
  ])("is put back when %s", async (_name, change) => {
    const result = await writer.write(change);
    expect(repairsOf(result)).toHaveLength(1);
    expect(stored()).toEqual(comment());
    expect(writer.doc.getMap(roots.comments).get(c1)).toEqual(comment());
    await expectConverged(world, id, other);
  });

  it("has a key of a readable form", async () => {
    expect(repairCodes(await writer.write(put("<b>", comment())))).toEqual(["comments.<b>: invalid_value"]);
    expect(readComments(world.replay(id)).size).toBe(1);
  });

  it("is still possible in a completed ticket, not in the trash", async () => {
    const done = await world.as("marketing-1", world.ticket("completed"));
    expect(repairsOf(await done.write(put("c2", comment())))).toEqual([]);
    const trashed = world.ticket("requested");
    const head = await world.as("marketing-head", trashed);
    await head.write((doc) => doc.getMap(roots.actions).set("t1", { type: "trash", actor: other }));
    const late = await world.as("marketing-1", trashed);
    expect(repairCodes(await late.write(put("c2", comment())))).toEqual(["comments.c2: trashed"]);
  });
});

describe("a suggestion", () => {
  const wanted = { field: "title", value: "Halo launch, with prices" } as const;
  const suggested = comment({ body: "Title: Halo launch, with prices", suggestion: wanted });
  const c2 = "c2" as CommentId;
  const title = () => readFields(world.replay(id)).title;
  const storedSuggestion = () => readComments(world.replay(id)).get(c2);

  it("is made by whoever may comment, and changes nothing by itself", async () => {
    const before = title();
    expect(repairsOf(await writer.write((doc) => addComment(doc, c2, suggested)))).toEqual([]);
    expect(storedSuggestion()).toEqual(suggested);
    expect(title()).toBe(before);
    await expectConverged(world, id, other);
  });

  it("is applied by somebody who may write that field, and by nobody else", async () => {
    await writer.write((doc) => addComment(doc, c2, suggested));
    expect(repairCodes(await writer.write((doc) => writeFields(doc, { title: wanted.value })))).toEqual([
      "fields.title: forbidden",
    ]);
    const approver = await world.as("creative-head", id, 70);
    const marked = comment({ author: people["creative-head"].id, parent: c2, applied: true });
    const result = await approver.write((doc) => {
      writeFields(doc, { title: wanted.value });
      addComment(doc, "c3" as CommentId, marked);
    });
    expect(repairsOf(result)).toEqual([]);
    expect(title()).toBe(wanted.value);
    await expectConverged(world, id, other);
  });

  it.each<[string, Partial<Comment>]>([
    ["something else is suggested", { suggestion: { field: "title", value: "Mine" } }],
    ["the suggestion is taken out of it", { suggestion: undefined as never }],
    ["it says that it was applied", { applied: true, parent: c1 }],
  ])("is put back when %s", async (_name, change) => {
    await writer.write((doc) => addComment(doc, c2, suggested));
    const changed = JSON.parse(JSON.stringify({ ...suggested, ...change }));
    expect(repairCodes(await writer.write(put(c2, changed)))).toEqual(["comments.c2: invalid_value"]);
    expect(storedSuggestion()).toEqual(suggested);
    await expectConverged(world, id, other);
  });

  it("goes with its comment, and comes to no comment later", async () => {
    await writer.write((doc) => addComment(doc, c2, suggested));
    expect(repairsOf(await writer.write((doc) => deleteComment(doc, c2, at)))).toEqual([]);
    expect(storedSuggestion()).toEqual(comment({ body: "", deletedAt: at }));
    expect(repairCodes(await writer.write(put(c1, comment({ suggestion: wanted }))))).toEqual([
      "comments.c1: invalid_value",
    ]);
  });

  it.each([
    ["of what no field can hold", { field: "quantity", value: -1 }],
    ["of a status", { field: "status", value: "approved" }],
    ["with more than the change", { ...wanted, force: true }],
  ])("is refused %s", async (_name, suggestion) => {
    expect(repairCodes(await writer.write(put(c2, { ...comment(), suggestion })))).toEqual([
      "comments.c2: invalid_value",
    ]);
    expect(readComments(world.replay(id)).size).toBe(1);
  });
});

describe("[I4] another's comment stays as they wrote it", () => {
  it.each<[string, (doc: Y.Doc) => void]>([
    ["edited", put(c1, comment({ body: "Red, please." }))],
    ["taken over", put(c1, comment({ author: other }))],
    ["marked as deleted", put(c1, comment({ body: "", deletedAt: at }))],
    ["removed", (doc) => doc.getMap(roots.comments).delete(c1)],
    [
      "removed and written anew",
      (doc) => {
        doc.getMap(roots.comments).delete(c1);
        put(c1, comment({ author: other }))(doc);
      },
    ],
    ["removed with all others", (doc) => doc.getMap(roots.comments).clear()],
  ])("%s by somebody else", async (_name, change) => {
    expect(repairCodes(await rival.write(change))).toEqual(["comments.c1: not_yours"]);
    expect(stored()).toEqual(comment());
    expect(rival.doc.getMap(roots.comments).get(c1)).toEqual(comment());
    await expectConverged(world, id, other);
  });

  it.each([10, 4_000_000_000])("edited while its author edits it, under client id %d", async (client) => {
    const attacker = await world.as("marketing-head", id, client);
    const forged = attacker.edit(put(c1, comment({ body: "Red, please." })));
    await writer.write((doc) => editComment(doc, c1, "Green, please.", at));
    await attacker.submit(forged);
    expect(stored()?.body).toBe("Green, please.");
    await expectConverged(world, id, other);
  });

  it("nobody speaks in another's name", async () => {
    const forged = comment({ body: "I resign." });
    expect(repairsOf(await rival.write(put("c2", forged)))).toEqual([
      { root: "comments", key: "c2", wrote: forged, code: "not_yours", facts: {} },
    ]);
    expect([...readComments(world.replay(id)).keys()]).toEqual([c1]);
    await expectConverged(world, id, other);
  });
});

describe("attachments", () => {
  it("are nobody's to write until there is a way to hand in the file", async () => {
    const file = { author, name: "a.png", type: "image/png", size: 3, sha256: "x" };
    const result = await writer.write((doc) => doc.getMap(roots.attachments).set("a1", file));
    expect(repairCodes(result)).toEqual(["attachments.a1: forbidden"]);
    expect(world.replay(id).getMap(roots.attachments).size).toBe(0);
    await expectConverged(world, id, other);
  });
});
