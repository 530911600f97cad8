/** Suggestions: what a refused change asks for, who may make it, and what became of it. */
import * as v from "valibot";
import { can, canEditField } from "../../shared/access/can.ts";
import type { Directory, Person } from "../../shared/access/directory.ts";
import type { CommentId, UserId } from "../../shared/ids.ts";
import { incompleteEdits } from "../../shared/ticket/incomplete-edits.ts";
import { type Suggestion, SuggestionSchema } from "../../shared/ticket/suggestion.ts";
import { accessFacts } from "../../shared/ticket/summary.ts";
import type { Comment, Fields, Ticket } from "../../shared/ticket/ticket.ts";
import type { IsoTime } from "../../shared/time.ts";
import { t } from "../i18n/messages.ts";
import type { RefusedChange } from "../sync/device.ts";
import { type BriefDifference, briefDifference, briefOf } from "./brief-difference.ts";
import { fieldWords, type WordsReader } from "./field-words.ts";

/** A ticket or its list row. */
export type Described = Pick<Ticket, "fields" | "state" | "brief">;

/** The refused change as a suggestion; null where it was none of the brief, or nothing that could stand there. */
export const suggestionIn = ({
  what,
  key,
  wrote,
}: Pick<RefusedChange, "what" | "key" | "wrote">): Suggestion | null => {
  if (what !== "fields" && what !== "description") return null;
  const field = what === "description" ? what : key;
  for (const value of readings(wrote)) {
    const parsed = v.safeParse(SuggestionSchema, { field, value });
    if (parsed.success) return parsed.output;
  }
  return null;
};

/** What was written is kept as text: text stands as it is, everything else as JSON, and nothing for null. */
const readings = (wrote: string): unknown[] => {
  if (wrote === "") return ["", null];
  try {
    return [wrote, JSON.parse(wrote)];
  } catch {
    return [wrote];
  }
};

/** 'Title' */
export const suggestedName = ({ field }: Suggestion): string => t.words.field[field];

/** What is suggested, in words; empty where it takes something out. */
export const suggestedWords = (suggestion: Suggestion, reader: WordsReader): string =>
  suggestion.field === "description"
    ? suggestion.value
    : fieldWords(suggestion.field, suggestion.value as never, reader);

/** What the comment says to those who read no suggestions. */
export const suggestionBody = (suggestion: Suggestion, reader: WordsReader): string =>
  suggestion.field === "description"
    ? suggestion.value
    : t.suggestions.body(suggestedName(suggestion), suggestedWords(suggestion, reader));

/** May this person make the suggested change now? */
export const mayApply = (suggestion: Suggestion, ticket: Described, person: Person, directory: Directory): boolean => {
  const facts = accessFacts(ticket);
  if (suggestion.field === "description") return can(person, "editDescription", facts, directory);
  const { field, value } = suggestion;
  if (!canEditField(person, field, facts, directory, value)) return false;
  const after = { ...ticket.fields, [field]: value } as Fields;
  return facts.status === "draft" || incompleteEdits(after, [field], directory).keys.length === 0;
};

/** Is it what stands there already? */
export const isDone = (suggestion: Suggestion, ticket: Described, reader: WordsReader): boolean => {
  if (suggestion.field === "description") return collapsed(ticket.brief).includes(collapsed(suggestion.value));
  const { fields, paragraphs } = suggestedDifference(suggestion, ticket, reader);
  return fields.length + paragraphs.length === 0;
};

/** From what stands there to what is suggested. */
export const suggestedDifference = (
  suggestion: Suggestion,
  ticket: Described,
  reader: WordsReader,
): BriefDifference => {
  const before = briefOf(ticket);
  const after =
    suggestion.field === "description"
      ? { ...before, text: `${before.text}\n${suggestion.value}` }
      : { ...before, fields: { ...before.fields, [suggestion.field]: suggestion.value } };
  return briefDifference(before, after, reader);
};

export interface Application {
  by: UserId;
  at: IsoTime;
}

/** Who made the changes that comments suggest, the last one of each. */
export const applicationsIn = (comments: ReadonlyMap<CommentId, Comment>): Map<CommentId, Application> => {
  const found = new Map<CommentId, Application>();
  for (const comment of comments.values()) {
    if (!isApplication(comment, comments) || comment.parent === null) continue;
    const last = found.get(comment.parent);
    if (last === undefined || last.at < comment.createdAt)
      found.set(comment.parent, { by: comment.author, at: comment.createdAt });
  }
  return found;
};

/** It says no more than that its author made the change above it. */
export const isApplication = (comment: Comment, comments: ReadonlyMap<CommentId, Comment>): boolean =>
  comment.applied === true &&
  comment.deletedAt === undefined &&
  comment.parent !== null &&
  comments.get(comment.parent)?.suggestion !== undefined;

const collapsed = (text: string): string => text.replace(/\s+/g, " ").trim();
