import * as Y from "yjs";
import { roots } from "./layout.ts";

/** Elements that hold a line of text each; whatever else an element is called, it only groups. */
const lineElements = new Set(["paragraph", "heading"]);

/**
 * The description as plain text: one line a paragraph or heading, hard breaks kept. Reads any content without
 * recursion; what is neither element nor text says nothing.
 */
export const briefText = (doc: Y.Doc): string => {
  const parts: string[] = [];
  /** Types still to be read, last first; a string is text to put in when its turn comes. */
  const waiting: unknown[] = doc.getXmlFragment(roots.description).toArray().reverse();
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === "string") parts.push(next);
    else if (next instanceof Y.XmlText) parts.push(plainText(next));
    else if (next instanceof Y.XmlElement) {
      if (next.nodeName === "hard_break") parts.push("\n");
      if (lineElements.has(next.nodeName)) waiting.push("\n");
      waiting.push(...next.toArray().reverse());
    }
  }
  return parts.join("").trimEnd();
};

/** Y.XmlText's own toString writes formats as tags. */
const plainText = (text: Y.XmlText): string => Y.Text.prototype.toString.call(text);
