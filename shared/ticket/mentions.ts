import type { Person } from "../access/directory.ts";

export interface MentionPiece {
  text: string;
  /** Whose name the piece is; null for everything between. */
  person: Person | null;
}

/** A name as one may be called: letters, digits, and dots, dashes and underscores within. */
const mention = /(?<![\p{L}\p{N}_])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?)/gu;

/** `text` cut at each `@username` of somebody in `people`; what is nobody's name stays plain. */
export const mentionPieces = (text: string, people: Iterable<Person>): MentionPiece[] => {
  const byName = new Map([...people].map((person) => [person.username.toLowerCase(), person]));
  const pieces: MentionPiece[] = [];
  let from = 0;
  for (const { 0: found, 1: name = "", index } of text.matchAll(mention)) {
    const person = byName.get(name.toLowerCase());
    if (person === undefined) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), person: null });
    pieces.push({ text: found, person });
    from = index + found.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), person: null });
  return pieces;
};
