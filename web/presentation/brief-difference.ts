/** What changed between a brief as somebody saw it and as it is now: what an approval is about, in words. */
import { fieldKeys } from "../../shared/document/layout.ts";
import { requestTypeRules } from "../../shared/ticket/request-types.ts";
import type { FieldKey, Fields, ProductItem, Ticket } from "../../shared/ticket/ticket.ts";
import { t } from "../i18n/messages.ts";
import { fieldWords, productName, type WordsReader } from "./field-words.ts";
import { type ParagraphDifference, textDifference } from "./text-difference.ts";

/** What a person looks at when they decide: the fields, and the description as plain text, a line a paragraph. */
export interface Brief {
  fields: Fields;
  text: string;
}

export const briefOf = ({ fields, brief }: Pick<Ticket, "fields" | "brief">): Brief => ({ fields, text: brief });

export interface FieldDifference {
  /** The field; of product items, each on its own. */
  key: FieldKey;
  label: string;
  /** Empty where nothing stood or stands there. */
  before: string;
  after: string;
}

export interface BriefDifference {
  fields: FieldDifference[];
  paragraphs: ParagraphDifference[];
}

export const changesIn = ({ fields, paragraphs }: BriefDifference): number => fields.length + paragraphs.length;

/** Finds a difference whenever the fingerprints of the two differ (shared/ticket/fingerprint.ts), and only then. */
export const briefDifference = (before: Brief, after: Brief, reader: WordsReader): BriefDifference => ({
  fields: fieldKeys.flatMap((key) => differencesOf(key, before.fields, after.fields, reader)),
  paragraphs: textDifference(before.text, after.text),
});

const differencesOf = (key: FieldKey, before: Fields, after: Fields, reader: WordsReader): FieldDifference[] => {
  if (isEqual(meant(key, before), meant(key, after))) return [];
  if (key === "items") return itemDifferences(before.items, after.items, reader);
  return [
    {
      key,
      label: t.words.field[key],
      before: fieldWords(key, before[key], reader),
      after: fieldWords(key, after[key], reader),
    },
  ];
};

/** Criteria that only follow from other fields are no change of their own; white space in a title is none at all. */
const meant = (key: FieldKey, fields: Fields): unknown => {
  if (key === "title") return fields.title.replace(/\s+/g, " ").trim();
  if (key !== "criteria") return fields[key];
  const isChosen = fields.requestType !== null && requestTypeRules[fields.requestType].criteria === "chosen";
  return isChosen ? fields.criteria : null;
};

/** 'Story still 4 → 6': one line a product. The same items in another order are one change of their own. */
const itemDifferences = (
  before: readonly ProductItem[],
  after: readonly ProductItem[],
  reader: WordsReader,
): FieldDifference[] => {
  const [was, is] = [totals(before), totals(after)];
  const lines = [...new Set([...was.keys(), ...is.keys()])]
    .filter((product) => was.get(product) !== is.get(product))
    .map((product) => ({
      key: "items" as const,
      label: productName(product, reader.directory),
      before: String(was.get(product) ?? ""),
      after: String(is.get(product) ?? ""),
    }));
  if (lines.length > 0) return lines;
  const inWords = (items: readonly ProductItem[]) => fieldWords("items", [...items], reader);
  return [{ key: "items", label: t.words.field.items, before: inWords(before), after: inWords(after) }];
};

const totals = (items: readonly ProductItem[]): Map<ProductItem["product"], number> => {
  const sums = new Map<ProductItem["product"], number>();
  for (const { product, quantity } of items) sums.set(product, (sums.get(product) ?? 0) + quantity);
  return sums;
};

/** Both are JSON, read by the same schema: equal data has its keys in the same order. */
const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
