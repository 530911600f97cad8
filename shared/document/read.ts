/**
 * A ticket's document as plain, typed data. Whatever stands in it – nothing, nonsense, an attack – reading succeeds:
 * values are picked by name and parsed, and what does not parse counts as not said.
 */
import * as v from "valibot";
import type * as Y from "yjs";
import { ActionIdSchema, type CommentId, CommentIdSchema, type TicketId } from "../ids.ts";
import { CommentSchema } from "../ticket/comment.ts";
import { fieldSchemas } from "../ticket/field-schemas.ts";
import { RulingSchema } from "../ticket/ruling.ts";
import { stateSchemas } from "../ticket/state-schemas.ts";
import { type AccessFacts, accessFacts } from "../ticket/summary.ts";
import {
  type Comment,
  draftState,
  emptyFields,
  type Fields,
  type Rulings,
  type State,
  type Ticket,
} from "../ticket/ticket.ts";
import { parseAction } from "../workflow/parse-action.ts";
import { compareActions, type StoredAction } from "./action-order.ts";
import { briefText } from "./brief-text.ts";
import { fieldKeys, type MapRoot, roots, stateKeys } from "./layout.ts";

export const readTicket = (id: TicketId, doc: Y.Doc): Ticket => ({
  id,
  fields: readFields(doc),
  state: readState(doc),
  brief: briefText(doc),
});

export const readFields = (doc: Y.Doc): Fields =>
  readKeys(doc.getMap(roots.fields), fieldKeys, fieldSchemas, emptyFields);

export const readState = (doc: Y.Doc): State => readKeys(doc.getMap(roots.state), stateKeys, stateSchemas, draftState);

/** The same as `accessFacts` of the whole ticket; every update asks, so only what it takes is read. */
export const readAccessFacts = (doc: Y.Doc): AccessFacts =>
  accessFacts({
    fields: readKeys(doc.getMap(roots.fields), accessFieldKeys, fieldSchemas, emptyFields),
    state: readKeys(doc.getMap(roots.state), accessStateKeys, stateSchemas, draftState),
  });
const accessFieldKeys = ["kind", "department", "suggestedAssignees"] as const;
const accessStateKeys = ["status", "requester", "assignee", "collaborators", "trashed"] as const;

export const readComments = (doc: Y.Doc): Map<CommentId, Comment> =>
  readEntries(doc, "comments", CommentIdSchema, CommentSchema);

export const readRulings = (doc: Y.Doc): Rulings => readEntries(doc, "rulings", ActionIdSchema, RulingSchema);

/** Well-formed actions in the order in which they were made; `invalid`: key → argument → what is wrong. */
export const readActions = (doc: Y.Doc): { actions: StoredAction[]; invalid: Map<string, Record<string, string>> } => {
  const actions: StoredAction[] = [];
  const invalid = new Map<string, Record<string, string>>();
  doc.getMap(roots.actions).forEach((raw, key) => {
    const id = v.safeParse(ActionIdSchema, key);
    const parsed = parseAction(raw);
    if (!id.success) invalid.set(key, { id: id.issues[0].message });
    else if (!parsed.ok) invalid.set(key, parsed.error);
    else actions.push({ id: id.output, action: parsed.value });
  });
  return { actions: actions.sort(compareActions), invalid };
};

const readKeys = <Shape extends object>(
  map: Y.Map<unknown>,
  keys: readonly (keyof Shape & string)[],
  schemas: { [Key in keyof Shape]: v.GenericSchema<unknown, Shape[Key]> },
  absent: Shape,
): Shape => {
  const read = { ...absent };
  const readKey = <Key extends keyof Shape & string>(key: Key) => {
    const schema: v.GenericSchema<unknown, Shape[Key]> = schemas[key];
    const parsed = v.safeParse(schema, map.get(key));
    if (parsed.success) read[key] = parsed.output;
  };
  keys.forEach(readKey);
  return read;
};

const readEntries = <Id, Value>(
  doc: Y.Doc,
  root: MapRoot,
  idSchema: v.GenericSchema<unknown, Id>,
  schema: v.GenericSchema<unknown, Value>,
): Map<Id, Value> => {
  const entries = new Map<Id, Value>();
  doc.getMap(roots[root]).forEach((raw, key) => {
    const id = v.safeParse(idSchema, key);
    const parsed = v.safeParse(schema, raw);
    if (id.success && parsed.success) entries.set(id.output, parsed.output);
  });
  return entries;
};
