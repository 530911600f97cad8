import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";

/** '# ' begins a heading, '- ' an item of a list; everything else is a paragraph. */
export const writeDescription = (doc: Y.Doc, lines: readonly string[]): void => {
  const blocks: Y.XmlElement[] = [];
  let items: Y.XmlElement[] = [];
  const closeList = () => {
    if (items.length > 0) blocks.push(element("bullet_list", items));
    items = [];
  };
  for (const line of lines) {
    if (line.startsWith("- ")) items.push(element("list_item", [paragraph(line.slice(2))]));
    else {
      closeList();
      blocks.push(line.startsWith("# ") ? heading(line.slice(2)) : paragraph(line));
    }
  }
  closeList();
  doc.getXmlFragment(roots.description).insert(0, blocks);
};

export const appendParagraph = (doc: Y.Doc, text: string): void => {
  doc.getXmlFragment(roots.description).push([paragraph(text)]);
};

const paragraph = (text: string): Y.XmlElement => element("paragraph", [new Y.XmlText(text)]);

const heading = (text: string): Y.XmlElement => {
  const block = new Y.XmlElement<{ level: number }>("heading");
  block.setAttribute("level", 2);
  block.insert(0, [new Y.XmlText(text)]);
  return block as unknown as Y.XmlElement;
};

const element = (name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
};
