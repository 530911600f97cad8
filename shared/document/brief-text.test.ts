import { expect, test } from "vitest";
import * as Y from "yjs";
import { briefText } from "./brief-text.ts";
import { roots } from "./layout.ts";
import { setDescriptionText } from "./write.ts";

type Tree = string | Element;
interface Element extends Array<Tree> {
  0: string;
}

const toNode = (tree: Tree): Y.XmlElement | Y.XmlText => {
  if (typeof tree === "string") return new Y.XmlText(tree);
  const element = new Y.XmlElement(tree[0]);
  element.insert(0, tree.slice(1).map(toNode));
  return element;
};

const docOf = (...trees: Tree[]): Y.Doc => {
  const doc = new Y.Doc();
  doc.getXmlFragment(roots.description).insert(0, trees.map(toNode));
  return doc;
};

test.each<[string, Tree[], string]>([
  ["nothing", [], ""],
  [
    "paragraphs and headings are a line each",
    [
      ["heading", "Spring"],
      ["paragraph", "Two banners."],
    ],
    "Spring\nTwo banners.",
  ],
  ["an empty paragraph is an empty line", [["paragraph", "a"], ["paragraph"], ["paragraph", "b"]], "a\n\nb"],
  ["a hard break is one too", [["paragraph", "a", ["hard_break"], "b"]], "a\nb"],
  [
    "lists and quotes only group",
    [
      ["bullet_list", ["list_item", ["paragraph", "a"], ["bullet_list", ["list_item", ["paragraph", "b"]]]]],
      ["blockquote", ["paragraph", "c"]],
    ],
    "a\nb\nc",
  ],
  ["an unknown element is read through", [["table", ["paragraph", "a"]]], "a"],
])("%s", (_, trees, text) => {
  expect(briefText(docOf(...trees))).toBe(text);
});

test("marks do not show", () => {
  const doc = docOf(["paragraph", "Two banners"]);
  const paragraph = doc.getXmlFragment(roots.description).get(0) as Y.XmlElement;
  (paragraph.get(0) as Y.XmlText).format(0, 3, { strong: {}, link: { href: "https://example.com" } });
  expect(briefText(doc)).toBe("Two banners");
});

test("deleted text does not show", () => {
  const doc = docOf(["paragraph", "Two banners"]);
  const paragraph = doc.getXmlFragment(roots.description).get(0) as Y.XmlElement;
  (paragraph.get(0) as Y.XmlText).delete(0, 4);
  expect(briefText(doc)).toBe("banners");
});

test("content that is no rich text says nothing", () => {
  const doc = docOf(["paragraph", "a"]);
  const fragment = doc.getXmlFragment(roots.description);
  doc.transact(() => {
    fragment.insert(1, [new Y.XmlHook("canvas") as never]);
    ((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(1, { image: "x" });
  });
  expect(briefText(doc)).toBe("a");
});

test("10,000 levels do not overflow the stack", () => {
  const doc = new Y.Doc();
  doc.transact(() => {
    let inner: Y.XmlFragment = doc.getXmlFragment(roots.description);
    for (let depth = 0; depth < 10_000; depth++) {
      const element = new Y.XmlElement("blockquote");
      inner.insert(0, [element]);
      inner = element;
    }
    inner.insert(0, [toNode(["paragraph", "deep"])]);
  });
  expect(briefText(doc)).toBe("deep");
});

test.each(["", "One line", "Two\nlines", "With\n\na gap"])("text that a program sets is read back: %j", (text) => {
  const doc = docOf(["paragraph", "before"]);
  setDescriptionText(doc, text);
  expect(briefText(doc)).toBe(text);
});
