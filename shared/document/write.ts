/** Writing into a ticket's document; each function is one Yjs transaction. Whether one may is judged elsewhere. */
import * as Y from "yjs";
import type { ActionId, CommentId } from "../ids.ts";
import type { Comment, Fields, Ruling, State } from "../ticket/ticket.ts";
import type { IsoTime } from "../time.ts";
import type { Action } from "../workflow/actions.ts";
import { briefText } from "./brief-text.ts";
import { type MapRoot, roots } from "./layout.ts";

export const writeFields = (doc: Y.Doc, fields: Partial<Fields>): void => writeKeys(doc, "fields", fields);

/** For the server. */
export const writeState = (doc: Y.Doc, state: Partial<State>): void => writeKeys(doc, "state", state);

/** For the server. */
export const writeRuling = (doc: Y.Doc, id: ActionId, ruling: Ruling): void =>
  writeKeys(doc, "rulings", { [id]: ruling });

export const addAction = (doc: Y.Doc, id: ActionId, action: Action): void =>
  writeKeys(doc, "actions", { [id]: action });

export const addComment = (doc: Y.Doc, id: CommentId, comment: Comment): void =>
  writeKeys(doc, "comments", { [id]: comment });

/** Nothing happens where there is no such comment. */
export const editComment = (doc: Y.Doc, id: CommentId, body: string, at: IsoTime): void =>
  changeComment(doc, id, (comment) => ({ ...comment, body, editedAt: at }));

/** The entry stays, so that replies keep their parent; its text goes, and the change it asked for. */
export const deleteComment = (doc: Y.Doc, id: CommentId, at: IsoTime): void =>
  changeComment(doc, id, ({ suggestion: _, ...comment }) => ({ ...comment, body: "", deletedAt: at }));

/** Puts plain text in place of the whole description, one paragraph a line. For programs: people edit it together. */
export const setDescriptionText = (doc: Y.Doc, text: string): void => {
  if (text === briefText(doc)) return;
  doc.transact(() => {
    const fragment = doc.getXmlFragment(roots.description);
    fragment.delete(0, fragment.length);
    fragment.insert(0, toParagraphs(text));
  });
};

/** Adds plain text to the end of the description, one paragraph a line. */
export const appendDescriptionText = (doc: Y.Doc, text: string): void =>
  doc.transact(() => doc.getXmlFragment(roots.description).push(toParagraphs(text)));

const toParagraphs = (text: string): Y.XmlElement[] => text.split(/\r\n|\r|\n/).map(toParagraph);

const toParagraph = (line: string): Y.XmlElement => {
  const paragraph = new Y.XmlElement("paragraph");
  if (line !== "") paragraph.insert(0, [new Y.XmlText(line)]);
  return paragraph;
};

const changeComment = (doc: Y.Doc, id: CommentId, change: (comment: Comment) => Comment): void => {
  const comment = doc.getMap<Comment>(roots.comments).get(id);
  if (comment !== undefined) writeKeys(doc, "comments", { [id]: change(comment) });
};

const writeKeys = (doc: Y.Doc, root: MapRoot, values: object): void =>
  doc.transact(() => {
    const map = doc.getMap(roots[root]);
    for (const [key, value] of Object.entries(values)) if (value !== undefined) map.set(key, value);
  });
