/** What stands in a field, as people read it; empty where nothing does. */
import type { Directory } from "../../shared/access/directory.ts";
import type { FieldKey, Fields } from "../../shared/ticket/ticket.ts";
import { type IsoTime, toMs } from "../../shared/time.ts";
import { t } from "../i18n/messages.ts";
import { dayAndTime } from "./moments.ts";
import { usernameOf } from "./names.ts";

export interface WordsReader {
  directory: Directory;
  nowMs: number;
}

type ToWords = { [Key in FieldKey]: (value: Fields[Key], reader: WordsReader) => string };

const chosen =
  <Value extends string>(names: Readonly<Record<Value, string>>) =>
  (value: Value | null): string =>
    value === null ? "" : names[value];

const moment = (at: IsoTime | null, { nowMs }: WordsReader): string => (at === null ? "" : dayAndTime(toMs(at), nowMs));

const words: ToWords = {
  kind: (kind) => t.changes.kind[kind],
  title: (title) => title.trim(),
  priority: chosen(t.words.priority),
  department: (id, { directory }) => (id === null ? "" : (directory.departments.get(id)?.name ?? "")),
  requestType: chosen(t.words.requestType),
  fileFormat: chosen(t.words.fileFormat),
  criteria: chosen(t.words.criteria),
  product: (id, { directory }) => productName(id, directory),
  items: (items, { directory }) =>
    t.changes.list(items.map(({ product, quantity }) => t.words.item(quantity, productName(product, directory)))),
  quantity: (quantity) => String(quantity),
  scheduledStart: moment,
  scheduledEnd: moment,
  suggestedAssignees: (ids, { directory }) => t.changes.list(ids.map((id) => usernameOf(id, directory))),
  category: chosen(t.changes.category),
};

export const fieldWords = <Key extends FieldKey>(key: Key, value: Fields[Key], reader: WordsReader): string =>
  words[key](value, reader);

export const productName = (id: Fields["product"], directory: Directory): string =>
  id === null ? "" : (directory.products.get(id)?.name ?? t.words.field.product);
