import * as v from "valibot";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { ActionIdSchema, CommentIdSchema } from "../ids.ts";
import { sampleDoc, sampleNowMs, sampleTicket, sampleTicketId } from "../sample-tickets.ts";
import { people } from "../sample-world.ts";
import { accessFacts } from "../ticket/summary.ts";
import { draftState, emptyFields, requestTypes, statuses } from "../ticket/ticket.ts";
import { hourMs, isoTime } from "../time.ts";
import { fieldKeys, mapRoots, stateKeys } from "./layout.ts";
import { readAccessFacts, readActions, readComments, readFields, readRulings, readState, readTicket } from "./read.ts";
import {
  addAction,
  addComment,
  deleteComment,
  editComment,
  setDescriptionText,
  writeFields,
  writeRuling,
} from "./write.ts";

const at = isoTime(sampleNowMs);
const later = isoTime(sampleNowMs + hourMs);
const author = people["marketing-1"].id;
const actionId = (key: string) => v.parse(ActionIdSchema, key);
const commentId = (key: string) => v.parse(CommentIdSchema, key);

/** Another replica that received everything. */
const replicaOf = (doc: Y.Doc): Y.Doc => {
  const replica = new Y.Doc();
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc));
  return replica;
};

test("[D2] every field and every key of the state has its name in the layout: one without would never be read", () => {
  expect([...fieldKeys].sort()).toEqual(Object.keys(emptyFields).sort());
  expect([...stateKeys].sort()).toEqual(Object.keys(draftState).sort());
});

describe("what was written is read, on another replica", () => {
  test.each(statuses)("a ticket in %s", (status) => {
    const ticket = sampleTicket(status);
    expect(readTicket(ticket.id, replicaOf(sampleDoc(ticket)))).toEqual(ticket);
  });

  test.each(requestTypes)("a ticket of type %s", (requestType) => {
    const ticket = sampleTicket("in_progress", { requestType });
    expect(readTicket(ticket.id, replicaOf(sampleDoc(ticket)))).toEqual(ticket);
  });

  test("an action and its ruling", () => {
    const doc = new Y.Doc();
    const action = { type: "reject", actor: author, reason: "Twice", at, n: 3 } as const;
    const ruling = { accepted: false, code: "forbidden", facts: { needs: [] }, status: "requested", at } as const;
    addAction(doc, actionId("a1"), action);
    writeRuling(doc, actionId("a1"), ruling);
    const replica = replicaOf(doc);
    expect(readActions(replica)).toEqual({ actions: [{ id: "a1", action }], invalid: new Map() });
    expect(readRulings(replica)).toEqual(new Map([["a1", ruling]]));
  });

  test("a comment: added, edited, deleted", () => {
    const doc = new Y.Doc();
    const comment = { author, body: "Wider.", parent: null, createdAt: at };
    addComment(doc, commentId("c1"), comment);
    expect(readComments(replicaOf(doc))).toEqual(new Map([["c1", comment]]));
    editComment(doc, commentId("c1"), "Taller.", later);
    const edited = { ...comment, body: "Taller.", editedAt: later };
    expect(readComments(replicaOf(doc))).toEqual(new Map([["c1", edited]]));
    deleteComment(doc, commentId("c1"), later);
    expect(readComments(replicaOf(doc))).toEqual(new Map([["c1", { ...edited, body: "", deletedAt: later }]]));
  });

  test("a comment that is not there cannot be changed", () => {
    const doc = new Y.Doc();
    editComment(doc, commentId("c1"), "Taller.", later);
    expect(readComments(doc).size).toBe(0);
  });
});

test("each write is one transaction", () => {
  const doc = sampleDoc(sampleTicket("draft"));
  let updates = 0;
  doc.on("update", () => updates++);
  writeFields(doc, { title: "One", quantity: 2 });
  setDescriptionText(doc, "One\nTwo");
  expect(updates).toBe(2);
  setDescriptionText(doc, "One\nTwo");
  expect(updates, "the same text again is no change").toBe(2);
});

test("[D6] actions come in the order in which they were made", () => {
  const doc = new Y.Doc();
  const put = (key: string, n?: number, time?: string | number) =>
    addAction(doc, actionId(key), { type: "start", actor: author, n, at: time });
  put("e", 2, at);
  put("d", 1, later);
  put("c", 1, at);
  put("b", undefined, sampleNowMs);
  put("a", undefined, at);
  expect(readActions(doc).actions.map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e"]);
});

test.each(statuses)("who may read a ticket in %s is told as by the whole ticket", (status) => {
  const ticket = { ...sampleTicket(status), id: sampleTicketId };
  const doc = replicaOf(sampleDoc(ticket));
  expect(readAccessFacts(doc)).toEqual(accessFacts(readTicket(sampleTicketId, doc)));
});

describe("reading survives", () => {
  test("an empty document", () => {
    expect(readTicket(sampleTicketId, new Y.Doc())).toEqual({
      id: sampleTicketId,
      fields: emptyFields,
      state: draftState,
      brief: "",
    });
  });

  const nonsense: [string, () => unknown][] = [
    ["a negative number", () => -42],
    ["null", () => null],
    ["a list", () => [[]]],
    [
      "an object that names its own prototype",
      () => [JSON.parse('{"__proto__":{"type":"approve"},"constructor":1,"length":-1}')],
    ],
    ["bytes", () => new Uint8Array([1, 2, 3])],
    ["a nested map", () => new Y.Map([["type", "approve"]])],
    ["a nested text", () => new Y.Text("approve")],
    ["a nested document", () => new Y.Doc()],
  ];
  test.each(nonsense)("%s everywhere", (_, make) => {
    const doc = new Y.Doc();
    for (const root of mapRoots) {
      const map = doc.getMap(root);
      for (const key of [...fieldKeys, ...stateKeys, "__proto__", "constructor"]) map.set(key, make());
    }
    const replica = replicaOf(doc);
    expect(readFields(replica)).toEqual(emptyFields);
    expect(readState(replica)).toEqual(draftState);
    expect(readComments(replica).size).toBe(0);
    expect(readRulings(replica).size).toBe(0);
    expect(readActions(replica).actions).toEqual([]);
    expect(readActions(replica).invalid.size).toBe(fieldKeys.length + stateKeys.length + 2);
  });

  test("list content where keys are expected", () => {
    const doc = new Y.Doc();
    doc.getArray("fields").push(["title", "Spoofed"]);
    expect(readFields(replicaOf(doc))).toEqual(emptyFields);
  });

  test("one wrong key beside right ones", () => {
    const doc = sampleDoc(sampleTicket("requested"));
    doc.getMap("fields").set("quantity", -1);
    expect(readFields(doc)).toEqual({ ...sampleTicket("requested").fields, quantity: emptyFields.quantity });
  });

  test("a key named like the prototype writes no prototype", () => {
    const doc = new Y.Doc();
    doc.getMap("actions").set("__proto__", { type: "start", actor: author });
    const { actions, invalid } = readActions(doc);
    expect(actions.map(({ id }) => id)).toEqual(["__proto__"]);
    expect(invalid.size).toBe(0);
    expect(({} as Record<string, unknown>).type).toBeUndefined();
  });
});

test("an action that is none says what is wrong with it", () => {
  const doc = new Y.Doc();
  doc.getMap("actions").set("a1", { type: "reject", actor: author, reason: " " });
  doc.getMap("actions").set("a2", { type: "promote", actor: author });
  doc.getMap("actions").set("a3", { type: "start", actor: author, force: true });
  doc.getMap("actions").set("not an id!", { type: "start", actor: author });
  expect([...readActions(doc).invalid].map(([key, wrong]) => [key, Object.keys(wrong)])).toEqual([
    ["a1", ["reason"]],
    ["a2", ["type"]],
    ["a3", ["force"]],
    ["not an id!", ["id"]],
  ]);
});
