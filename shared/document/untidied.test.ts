import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots } from "./layout.ts";
import { untidied } from "./untidied.ts";

const paragraphOf = (doc: Y.Doc): Y.XmlText => {
  const element = doc.getXmlFragment(roots.description).get(0) as Y.XmlElement;
  return element.get(0) as Y.XmlText;
};
const start = (): Uint8Array => {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  doc.getXmlFragment(roots.description).insert(0, [paragraph]);
  paragraph.insert(0, [new Y.XmlText("Two hundred bottles")]);
  return Y.encodeStateAsUpdate(doc);
};
/** Two people make the same words strong at the same time: one pair of marks is too many. */
const updatesOf = (): Uint8Array[] => {
  const base = start();
  const changes = [1, 2].map(() => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, base);
    const before = Y.encodeStateVector(doc);
    paragraphOf(doc).format(0, 11, { strong: {} });
    return Y.encodeStateAsUpdate(doc, before);
  });
  return [base, ...changes];
};
const writesOf = (doc: Y.Doc): number => {
  let count = 0;
  doc.on("update", (_: Uint8Array, origin: unknown) => {
    if (origin !== "elsewhere") count++;
  });
  for (const update of updatesOf()) Y.applyUpdate(doc, update, "elsewhere");
  return count;
};

describe("[I1] a copy stays as it came", () => {
  it("where Yjs alone would write", () => {
    expect(writesOf(new Y.Doc())).toBeGreaterThan(0);
    expect(writesOf(untidied(new Y.Doc()))).toBe(0);
  });

  it("and shows the same words with the same marks", () => {
    const doc = untidied(new Y.Doc());
    for (const update of updatesOf()) Y.applyUpdate(doc, update, "elsewhere");
    expect(paragraphOf(doc).toDelta()).toEqual([
      { insert: "Two hundred", attributes: { strong: {} } },
      { insert: " bottles" },
    ]);
  });

  it("except for transactions that are to be tidied up after", () => {
    const arrival = Symbol("arrival");
    const doc = untidied(new Y.Doc(), arrival);
    let count = 0;
    const [base = new Uint8Array(), ...changes] = updatesOf();
    Y.applyUpdate(doc, base);
    doc.on("update", () => count++);
    for (const update of changes) Y.applyUpdate(doc, update, arrival);
    expect(count).toBeGreaterThan(changes.length);
  });
});
