import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots } from "../../../shared/document/layout.ts";
import {
  addAction,
  addComment,
  deleteComment,
  setDescriptionText,
  writeFields,
} from "../../../shared/document/write.ts";
import type { ActionId, CommentId } from "../../../shared/ids.ts";
import { people } from "../../../shared/sample-world.ts";
import { isoTime } from "../../../shared/time.ts";
import { classify, describeWritten, nameWritten } from "./written.ts";

const me = people["marketing-1"];
const at = isoTime(0);
const comment = { author: me.id, body: "Looks fine", parent: null, createdAt: at };

/** Each edit as the update it makes. */
const record = (doc: Y.Doc, ...edits: ((doc: Y.Doc) => void)[]): Uint8Array[] => {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  doc.on("update", keep);
  for (const edit of edits) edit(doc);
  doc.off("update", keep);
  return updates;
};

const reject = (doc: Y.Doc) =>
  addAction(doc, "a1" as ActionId, { type: "reject", actor: me.id, reason: "Too dark", at, n: 1 });

describe("what a change wrote", () => {
  it.each([
    { edit: (doc: Y.Doc) => writeFields(doc, { title: "Spring" }), kind: "content", what: "fields", actionId: null },
    { edit: (doc: Y.Doc) => setDescriptionText(doc, "Bright"), kind: "content", what: "description", actionId: null },
    {
      edit: (doc: Y.Doc) => addComment(doc, "c1" as CommentId, comment),
      kind: "content",
      what: "comments",
      actionId: null,
    },
    { edit: reject, kind: "action", what: "reject", actionId: "a1" },
  ])("is told apart: $what", ({ edit, ...expected }) => {
    const doc = new Y.Doc();
    let found: unknown;
    doc.on("update", (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      found = classify(doc, transaction);
    });
    edit(doc);
    expect(found).toEqual(expected);
  });

  it("[I7] is described key by key, with the texts of the description joined", () => {
    const doc = new Y.Doc();
    const updates = record(
      doc,
      (d) => writeFields(d, { title: "First", quantity: 3 }),
      (d) => writeFields(d, { title: "Second" }),
      (d) => setDescriptionText(d, "Night shoot"),
      (d) => addComment(d, "c1" as CommentId, comment),
      reject,
    );
    expect(describeWritten(new Y.Doc(), updates)).toEqual([
      { what: "fields", key: "title", wrote: "Second" },
      { what: "fields", key: "quantity", wrote: "3" },
      { what: "description", key: "", wrote: "Night shoot" },
      { what: "comments", key: "c1", wrote: "Looks fine" },
      { what: "reject", key: "a1", wrote: "Too dark" },
    ]);
  });

  it("[I7] is described on a document nobody has looked at yet", () => {
    const source = new Y.Doc();
    record(source, (d) => addComment(d, "c1" as CommentId, comment));
    const base = Y.encodeStateAsUpdate(source);
    const updates = record(source, reject);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, base);
    expect(describeWritten(doc, updates)).toEqual([{ what: "reject", key: "a1", wrote: "Too dark" }]);
  });

  it("[I7] is read from the bytes where what they build on is missing", () => {
    const doc = new Y.Doc();
    setDescriptionText(doc, "Before");
    const text = (doc.getXmlFragment(roots.description).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const updates = record(doc, () => text.insert(6, " and after"));
    expect(describeWritten(new Y.Doc(), updates)).toEqual([{ what: "description", key: "", wrote: "and after" }]);
    expect(describeWritten(new Y.Doc(), [Uint8Array.of(200, 1, 1)])).toEqual([
      { what: "description", key: "", wrote: "" },
    ]);
  });

  it("[I7] is told by its key, where only what was written before it is missing", () => {
    const [, action, note] = record(
      new Y.Doc(),
      (d) => setDescriptionText(d, "Night shoot"),
      reject,
      (d) => addComment(d, "c1" as CommentId, comment),
    ) as [Uint8Array, Uint8Array, Uint8Array];
    expect(describeWritten(new Y.Doc(), [action, note])).toEqual([
      { what: "reject", key: "a1", wrote: "Too dark" },
      { what: "comments", key: "c1", wrote: "Looks fine" },
    ]);
  });

  it("[I7] keeps the part that waits beside the part that does not", () => {
    const source = new Y.Doc();
    const [missing, ...rest] = record(
      source,
      (d) => setDescriptionText(d, "Night shoot"),
      (d) => addComment(d, "c1" as CommentId, comment),
    );
    const other = record(new Y.Doc(), (d) => writeFields(d, { title: "Spring" }));
    expect(missing).toBeDefined();
    expect(describeWritten(new Y.Doc(), [Y.mergeUpdates([...other, ...rest])])).toEqual([
      { what: "fields", key: "title", wrote: "Spring" },
      { what: "comments", key: "c1", wrote: "Looks fine" },
    ]);
  });

  it("says nothing of a deletion", () => {
    const doc = new Y.Doc();
    record(doc, (d) => setDescriptionText(d, "Gone soon"));
    const base = Y.encodeStateAsUpdate(doc);
    const updates = record(doc, (d) => d.getXmlFragment(roots.description).delete(0, 1));
    const other = new Y.Doc();
    Y.applyUpdate(other, base);
    expect(describeWritten(other, updates)).toEqual([{ what: "description", key: "", wrote: "" }]);
  });

  it.each([
    ["comments", { body: "Hm" }, { what: "comments", wrote: "Hm" }],
    ["comments", { body: "Title: Hm", suggestion: { value: "Hm" } }, { what: "comments", wrote: "Title: Hm" }],
    ["comments", { body: "Or not", suggestion: { value: "Hm" } }, { what: "comments", wrote: "Or not\nHm" }],
    ["fields", ["a"], { what: "fields", wrote: '["a"]' }],
    ["attachments", null, { what: "attachments", wrote: "" }],
    ["actions", { type: "start" }, { what: "start", wrote: "" }],
    ["actions", { type: "unknown" }, { what: "fields", wrote: "" }],
  ])("names %s %j", (root, value, expected) => {
    expect(nameWritten(root, "k", value)).toEqual({ key: "k", ...expected });
  });

  it("keeps the text of a comment that was deleted meanwhile", () => {
    const doc = new Y.Doc();
    const updates = record(
      doc,
      (d) => addComment(d, "c1" as CommentId, comment),
      (d) => deleteComment(d, "c1" as CommentId, at),
    );
    expect(describeWritten(new Y.Doc(), updates)).toHaveLength(1);
  });
});
