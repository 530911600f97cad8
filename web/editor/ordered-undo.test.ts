import { expect, test } from "vitest";
import * as Y from "yjs";
import "./ordered-undo.ts";

const text = (doc: Y.Doc): Y.XmlText => (doc.getXmlFragment("d").get(0) as Y.XmlElement).get(0) as Y.XmlText;

test("[I1] a block whose letters were put back before comes back the same in every copy", () => {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("alpha")]);
  doc.getXmlFragment("d").insert(0, [paragraph]);
  const copy = new Y.Doc();
  doc.on("update", (update: Uint8Array) => Y.applyUpdate(copy, update));
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const undo = new Y.UndoManager(doc.getXmlFragment("d"), { captureTimeout: 0 });
  const thenUndo = (change: () => void) => {
    change();
    undo.undo();
  };

  thenUndo(() => text(doc).delete(1, 4));
  thenUndo(() => text(doc).insert(3, "XX"));
  thenUndo(() => doc.getXmlFragment("d").delete(0, 1));

  expect(doc.getXmlFragment("d").toString()).toBe("<paragraph>alpha</paragraph>");
  expect(copy.getXmlFragment("d").toString()).toBe("<paragraph>alpha</paragraph>");
});
