import * as Y from "yjs";
import { type DescriptionNode, isAllowedHref } from "../../shared/document/description-nodes.ts";
import { roots } from "../../shared/document/layout.ts";
import { escapeHtml } from "./ticket-json.ts";

const tags: Record<DescriptionNode, string> = {
  paragraph: "p",
  heading: "h2",
  bullet_list: "ul",
  ordered_list: "ol",
  list_item: "li",
  blockquote: "blockquote",
  hard_break: "br",
};

/** Only the nodes and marks of a description reach the text; everything else in the document does not exist here. */
export const descriptionHtml = (doc: Y.Doc): string => childrenHtml(doc.getXmlFragment(roots.description));

const childrenHtml = (parent: Y.XmlFragment): string =>
  parent
    .toArray()
    .map((child) => {
      if (child instanceof Y.XmlText) return textHtml(child);
      return child instanceof Y.XmlElement ? elementHtml(child) : "";
    })
    .join("");

const elementHtml = (element: Y.XmlElement): string => {
  if (!Object.hasOwn(tags, element.nodeName)) return "";
  const name = element.nodeName as DescriptionNode;
  if (name === "hard_break") return "<br>";
  // The page's own first heading is the ticket's title.
  const tag = name === "heading" ? `h${Math.min(Number(element.getAttribute("level") ?? 1) + 1, 4)}` : tags[name];
  return `<${tag}>${childrenHtml(element)}</${tag}>`;
};

interface Piece {
  insert?: unknown;
  attributes?: { strong?: unknown; em?: unknown; link?: { href?: unknown } | null };
}

const textHtml = (text: Y.XmlText): string =>
  (text.toDelta() as Piece[])
    .map(({ insert, attributes = {} }) => {
      if (typeof insert !== "string") return "";
      let html = escapeHtml(insert);
      if (attributes.em) html = `<em>${html}</em>`;
      if (attributes.strong) html = `<strong>${html}</strong>`;
      const href = attributes.link?.href;
      return isAllowedHref(href) ? `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${html}</a>` : html;
    })
    .join("");
