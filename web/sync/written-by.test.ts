import { expect, test } from "vitest";
import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import { writeFields } from "../../shared/document/write.ts";
import { writtenBy } from "./written-by.ts";

const [mina, caspar] = [1001, 1002];

test("each letter and each field is known by its writer", () => {
  const doc = new Y.Doc();
  doc.clientID = mina;
  for (const text of ["A film", "", "No text"]) {
    const element = new Y.XmlElement("paragraph");
    element.insert(0, [new Y.XmlText(text)]);
    doc.getXmlFragment(roots.description).push([element]);
  }
  writeFields(doc, { title: "Spring film" });
  doc.clientID = caspar;
  const first = (doc.getXmlFragment(roots.description).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  first.insert(1, "  big");
  first.format(0, 2, { strong: {} });
  writeFields(doc, { priority: "high" });

  const { lines, fieldClient } = writtenBy(doc);
  expect(lines.map(({ text }) => text)).toEqual(["A big film", "No text"]);
  expect(lines[0]?.clients).toEqual([mina, caspar, caspar, caspar, caspar, mina, mina, mina, mina, mina]);
  expect([fieldClient("title"), fieldClient("priority"), fieldClient("product")]).toEqual([mina, caspar, null]);
});
