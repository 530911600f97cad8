/**
 * What a description may be made of, in y-prosemirror's encoding: nodes are XmlElements, texts are XmlTexts, marks are
 * formats. The editor builds its ProseMirror schema from this list, the server checks edits against it.
 */

type AttributeCheck = (value: unknown) => boolean;
interface NodeRule {
  /** ProseMirror content expression. Nothing is mandatory inside: two honest edits can merge into an empty list item. */
  content: "inline*" | "block*" | "list_item*" | "";
  group: "block" | "inline" | "list_item";
  attributes: Readonly<Record<string, AttributeCheck>>;
}

const isWholeBetween =
  (lowest: number, highest: number): AttributeCheck =>
  (value) =>
    Number.isInteger(value) && (value as number) >= lowest && (value as number) <= highest;

export const descriptionNodes = {
  paragraph: { content: "inline*", group: "block", attributes: {} },
  heading: { content: "inline*", group: "block", attributes: { level: isWholeBetween(1, 3) } },
  bullet_list: { content: "list_item*", group: "block", attributes: {} },
  ordered_list: { content: "list_item*", group: "block", attributes: { order: isWholeBetween(1, 99_999) } },
  list_item: { content: "block*", group: "list_item", attributes: {} },
  blockquote: { content: "block*", group: "block", attributes: {} },
  hard_break: { content: "", group: "inline", attributes: {} },
} as const satisfies Record<string, NodeRule>;
export type DescriptionNode = keyof typeof descriptionNodes;

/** Longest href, in UTF-16 units. */
export const maxHrefLength = 2000;

/** Only these schemes; spelled out, so that white space or control characters before a scheme cannot hide one. */
const linkPattern = /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;
export const isAllowedHref = (href: unknown): href is string =>
  typeof href === "string" && href.length <= maxHrefLength && linkPattern.test(href);

const rules = new Map<string, NodeRule>(Object.entries(descriptionNodes));

/** May an element of this name stand in a description? */
export const isAllowedNode = (name: string): name is DescriptionNode => rules.has(name);

/** May `child` (an element's name, or 'text') stand directly in `parent` (an element's name, or null for the root)? */
export const isAllowedChild = (parent: string | null, child: string): boolean => {
  const content = parent === null ? "block*" : rules.get(parent)?.content;
  const group = child === "text" ? "inline" : rules.get(child)?.group;
  return group !== undefined && content === `${group}*`;
};

/** May an element carry this attribute with this value? */
export const isAllowedAttribute = (node: string, key: string, value: unknown): boolean => {
  const attributes = rules.get(node)?.attributes;
  return attributes !== undefined && Object.hasOwn(attributes, key) && attributes[key]?.(value) === true;
};

const marks = new Map<string, (value: unknown) => boolean>([
  ["strong", (value) => isPlain(value)],
  ["em", (value) => isPlain(value)],
  ["link", (value) => isRecord(value) && Object.keys(value).length === 1 && isAllowedHref(value.href)],
]);

/** May text carry this format with this value? `null` ends a format and is always allowed for a known mark. */
export const isAllowedMark = (name: string, value: unknown): boolean => {
  const isAllowedValue = marks.get(name);
  return isAllowedValue !== undefined && (value === null || isAllowedValue(value));
};

/** y-prosemirror writes {}, programs tend to write true. */
const isPlain = (value: unknown): boolean => value === true || (isRecord(value) && Object.keys(value).length === 0);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
