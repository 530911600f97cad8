/** What a local change wrote, in words: for the outbox list, and so that nothing typed is lost when it is refused. */
import * as Y from "yjs";
import { mapRoots, roots } from "../../../shared/document/layout.ts";
import type { ActionId } from "../../../shared/ids.ts";
import { type ActionType, actionTypes } from "../../../shared/workflow/actions.ts";
import type { RefusedChange, WaitingChange } from "../device.ts";

/** One key (or the description) that a change wrote. `wrote` is the text a person would recognise. */
export interface Written {
  what: RefusedChange["what"];
  key: string;
  wrote: string;
}

/** Sorts one transaction of the open document into what it did. */
export const classify = (
  doc: Y.Doc,
  transaction: Y.Transaction,
): { kind: "content" | "action"; what: WaitingChange["what"]; actionId: ActionId | null } => {
  const actions = doc.getMap(roots.actions);
  const [id] = transaction.changed.get(actions as never) ?? [];
  if (typeof id === "string") {
    return { kind: "action", what: actionType(actions.get(id)) ?? "fields", actionId: id as ActionId };
  }
  if (touches(transaction, doc.getXmlFragment(roots.description)))
    return { kind: "content", what: "description", actionId: null };
  const what = touches(transaction, doc.getMap(roots.comments)) ? "comments" : "fields";
  return { kind: "content", what, actionId: null };
};

/** Yjs' typings want the event class; only identity matters. */
const touches = (transaction: Y.Transaction, root: object): boolean =>
  transaction.changedParentTypes.has(root as never);

/** What `updates` wrote, applied one after the other to `doc` (which changes). Texts of the description are joined. */
export const describeWritten = (doc: Y.Doc, updates: readonly Uint8Array[]): Written[] => {
  const written = new Map<string, Written>();
  for (const update of updates) {
    for (const one of describeOne(doc, update)) {
      const key = `${one.what}:${one.key}`;
      const before = one.what === "description" ? written.get(key) : undefined;
      written.set(key, before === undefined ? one : { ...one, wrote: before.wrote + one.wrote });
    }
  }
  return [...written.values()];
};

const describeOne = (doc: Y.Doc, update: Uint8Array): Written[] => {
  const found: Written[] = [];
  // Asked for before the update: Yjs puts another object in place of a root that nobody has asked for yet.
  const maps = mapRoots.map((root) => ({ root, map: doc.getMap(root) }));
  const description = doc.getXmlFragment(roots.description);
  const look = (transaction: Y.Transaction) => {
    for (const { root, map } of maps) found.push(...keysWritten(map, root, transaction));
    if (touches(transaction, description)) {
      found.push({ what: "description", key: "", wrote: textInserted(doc, transaction) });
    }
  };
  doc.on("afterTransaction", look);
  try {
    Y.applyUpdate(doc, update);
  } catch {
    return orUnreadable(looselyWritten(itemsOf(update)));
  } finally {
    doc.off("afterTransaction", look);
  }
  // The rest waits for something that will never come.
  const isLoose = ({ id, length }: Y.Item) => id.clock + length > Y.getState(doc.store, id.client);
  const all = [...found, ...looselyWritten(itemsOf(update).filter(isLoose))];
  return doc.store.pendingStructs === null ? all : orUnreadable(all);
};

/** That there was something is said even where nothing of it can be read. */
const orUnreadable = (written: Written[]): Written[] =>
  written.length > 0 ? written : [{ what: "description", key: "", wrote: "" }];

const keysWritten = (map: Y.Map<unknown>, root: string, transaction: Y.Transaction): Written[] => {
  const keys = transaction.changed.get(map as never) ?? new Set<string>();
  return [...keys].flatMap((key) => (key === null ? [] : [nameWritten(root, key, map.get(key))]));
};

/** Names what was written under a key of a map root. */
export const nameWritten = (root: string, key: string, value: unknown): Written => {
  if (root === roots.actions) {
    return {
      what: actionType(value) ?? "fields",
      key,
      wrote: textOf(field(value, "reason") ?? field(value, "comment")),
    };
  }
  if (root === roots.comments) return { what: "comments", key, wrote: said(value) };
  if (root === roots.description) return { what: "description", key, wrote: textOf(value) };
  return { what: root === roots.attachments ? "attachments" : "fields", key, wrote: textOf(value) };
};

/** A comment's text, and the change it suggests where the text does not say it (any more). */
const said = (comment: unknown): string => {
  const body = textOf(field(comment, "body") ?? comment);
  const suggested = textOf(field(field(comment, "suggestion"), "value"));
  return body.includes(suggested) ? body : `${body}\n${suggested}`;
};

const actionType = (value: unknown): ActionType | null => {
  const type = field(value, "type");
  return actionTypes.find((known) => known === type) ?? null;
};

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
};

/** Text of the structs that a transaction added, in the order in which they were typed. */
const textInserted = (doc: Y.Doc, { beforeState, afterState }: Y.Transaction): string => {
  const pieces: string[] = [];
  for (const [client, end] of afterState) {
    const from = beforeState.get(client) ?? 0;
    if (end === from) continue;
    for (const struct of doc.store.clients.get(client) ?? []) {
      if (struct.id.clock + struct.length <= from || !(struct instanceof Y.Item)) continue;
      pieces.push(pieceOf(struct.content, Math.max(0, from - struct.id.clock)));
    }
  }
  return tidy(pieces);
};

/** What items say that stand in no document: their key where they name one, else their text as far as it can be read. */
const looselyWritten = (items: readonly Y.Item[]): Written[] => {
  const keyed: Written[] = [];
  const pieces: string[] = [];
  for (const { parent, parentSub, content } of items as LooseItem[]) {
    if (parentSub !== null && isRoot(parent)) keyed.push(nameWritten(parent, parentSub, content.getContent().at(-1)));
    else pieces.push(pieceOf(content, 0));
  }
  const wrote = tidy(pieces);
  return wrote === "" ? keyed : [...keyed, { what: "description", key: "", wrote }];
};

/** Before it is integrated an item may name its root instead of holding it; Yjs' typings do not say so. */
type LooseItem = Omit<Y.Item, "parent"> & { parent: unknown };

const isRoot = (name: unknown): name is string => mapRoots.some((root) => roots[root] === name);

const itemsOf = (update: Uint8Array): Y.Item[] => {
  try {
    return Y.decodeUpdate(update).structs.filter((struct) => struct instanceof Y.Item);
  } catch {
    return [];
  }
};

const pieceOf = (content: Y.Item["content"], skip: number): string => {
  if (content instanceof Y.ContentString) return content.str.slice(skip);
  if (content instanceof Y.ContentType) return "\n";
  if (content instanceof Y.ContentAny) return content.arr.map(textOf).join(" ");
  return "";
};

const tidy = (pieces: readonly string[]): string => pieces.join("").replace(/\n+/g, "\n").trim();
