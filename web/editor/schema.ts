/** The editor's schema: which nodes there are and what they may hold is `descriptionNodes`; how they look is here. */
import { type DOMOutputSpec, type MarkSpec, type NodeSpec, Schema, type TagParseRule } from "prosemirror-model";
import { type DescriptionNode, descriptionNodes, isAllowedHref } from "../../shared/document/description-nodes.ts";

interface Drawn {
  parseDOM: TagParseRule[];
  toDOM: NonNullable<NodeSpec["toDOM"]>;
}

/** Headings stand below the page's own title and section heads. */
const headingTag = (level: number): string => `h${level + 2}`;

const drawn: Record<DescriptionNode, Drawn> = {
  paragraph: { parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
  heading: {
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      attrs: { level: Math.min(3, Math.max(1, level > 2 ? level - 2 : level)) },
    })),
    toDOM: (node): DOMOutputSpec => [headingTag(node.attrs.level as number), 0],
  },
  bullet_list: { parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
  ordered_list: {
    parseDOM: [{ tag: "ol", getAttrs: (element) => ({ order: orderOf(element) }) }],
    toDOM: (node) => ["ol", { start: String(node.attrs.order) }, 0],
  },
  list_item: { parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
  blockquote: { parseDOM: [{ tag: "blockquote" }], toDOM: () => ["blockquote", 0] },
  hard_break: { parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
};

const orderOf = (element: HTMLElement): number => {
  const start = Number(element.getAttribute("start") ?? 1);
  return Number.isInteger(start) && start >= 1 && start <= 99_999 ? start : 1;
};

/** An attribute no text has a default for would make every new node invalid: each starts at 1. */
const nodeSpec = (name: DescriptionNode): NodeSpec => {
  const { content, group, attributes } = descriptionNodes[name];
  return {
    content,
    group,
    ...(group === "inline" ? { inline: true, selectable: false } : {}),
    attrs: Object.fromEntries(Object.keys(attributes).map((key) => [key, { default: 1 }])),
    defining: name !== "paragraph",
    ...drawn[name],
  };
};

const marks: Record<"strong" | "em" | "link", MarkSpec> = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: "a[href]",
        getAttrs: (element) => {
          const href = element.getAttribute("href");
          return isAllowedHref(href) ? { href } : false;
        },
      },
    ],
    toDOM: (mark) => ["a", { href: String(mark.attrs.href), rel: "noopener noreferrer", target: "_blank" }, 0],
  },
  strong: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
  em: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
};

const nodeNames = Object.keys(descriptionNodes) as DescriptionNode[];

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    text: { group: "inline" },
    ...(Object.fromEntries(nodeNames.map((name) => [name, nodeSpec(name)])) as Record<DescriptionNode, NodeSpec>),
  },
  marks,
});
