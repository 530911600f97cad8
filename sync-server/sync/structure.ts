/**
 * What the bytes alone could not tell: where the new structs of an applied update really hang. Proportional to the update.
 */
import * as Y from "yjs";
import { isAllowedAttribute, isAllowedMark, isAllowedNode } from "../../shared/document/description-nodes.ts";
import { limits } from "../limits.ts";
import type { LoadedTicket } from "./loaded-ticket.ts";

export type StructureVerdict =
  | "sound"
  /** Rich text that the description does not hold: undone like any other forbidden edit. */
  | "foreign_text"
  /** Nothing an honest client writes: the document is thrown away, the update refused. */
  | "malformed";

/** Looks at the structs of `sections` from `before(client)` on, as they stand in the document now. */
export const checkStructure = (
  ticket: LoadedTicket,
  sections: readonly { client: number; end: number }[],
  before: ReadonlyMap<number, number>,
): StructureVerdict => {
  const { doc } = ticket;
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return "malformed";
  let verdict: StructureVerdict = "sound";
  for (const { client } of sections) {
    const structs = doc.store.clients.get(client) ?? [];
    const from = before.get(client) ?? 0;
    for (let i = structs.length - 1; i >= 0; i--) {
      const struct = structs[i];
      if (struct === undefined || struct.id.clock + struct.length <= from) break;
      if (!(struct instanceof Y.Item)) continue;
      const found = checkItem(ticket, struct);
      if (found === "malformed") return found;
      if (found === "foreign_text") verdict = found;
    }
  }
  return verdict;
};

const checkItem = (ticket: LoadedTicket, item: Y.Item): StructureVerdict => {
  const parent = item.parent as Y.AbstractType<unknown>;
  const root = rootOf(parent);
  if (root === null) return "malformed";
  // One key has one value. Two in one item, parted by a neighbour between them, would both live.
  if (item.parentSub !== null && item.right !== null && !item.deleted) return "malformed";
  if (root === ticket.description) return checkText(parent, item);
  if (parent !== root || item.parentSub === null) return "malformed";
  // Values overwritten within the update are deleted by now, and Yjs has merged neighbours among them.
  if (item.content instanceof Y.ContentDeleted) return "sound";
  return item.content instanceof Y.ContentAny && item.length === 1 ? "sound" : "malformed";
};

/** The root type a type hangs on, or null past the depth limit. */
const rootOf = (type: Y.AbstractType<unknown>): Y.AbstractType<unknown> | null => {
  let current = type;
  for (let depth = 0; depth <= limits.descriptionDepth; depth++) {
    if (current._item === null) return current;
    current = current._item.parent as Y.AbstractType<unknown>;
  }
  return null;
};

const checkText = (parent: Y.AbstractType<unknown>, item: Y.Item): StructureVerdict => {
  const { content } = item;
  if (content instanceof Y.ContentDeleted) return "sound";
  if (item.parentSub !== null) return checkAttribute(parent, item.parentSub, content);
  const inText = parent instanceof Y.XmlText;
  if (content instanceof Y.ContentString) return inText ? "sound" : "malformed";
  if (content instanceof Y.ContentFormat) {
    if (!inText) return "malformed";
    return isAllowedMark(content.key, content.value) ? "sound" : "foreign_text";
  }
  if (content instanceof Y.ContentType && !inText) {
    if (content.type instanceof Y.XmlText) return "sound";
    if (content.type instanceof Y.XmlElement) return isAllowedNode(content.type.nodeName) ? "sound" : "foreign_text";
  }
  return "malformed";
};

const checkAttribute = (
  parent: Y.AbstractType<unknown>,
  name: string,
  content: Y.Item["content"],
): StructureVerdict => {
  if (!(parent instanceof Y.XmlElement) || !(content instanceof Y.ContentAny) || content.arr.length !== 1)
    return "malformed";
  return isAllowedAttribute(parent.nodeName, name, content.arr[0]) ? "sound" : "foreign_text";
};
