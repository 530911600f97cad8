import { searchWords } from "../../shared/ticket/search-words.ts";

/** A piece of a text; `isHit` where it is what was searched for. */
export interface MarkedPiece {
  text: string;
  isHit: boolean;
}

/** The text in pieces, so that the beginnings of words by which a search found it can be marked. */
export const markWords = (text: string, query: string): MarkedPiece[] => {
  const wanted = searchWords(query);
  if (wanted.length === 0) return [{ text, isHit: false }];
  const pieces: MarkedPiece[] = [];
  let end = 0;
  for (const { 0: written, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const length = hitLength(written, wanted);
    if (length === 0) continue;
    if (index > end) pieces.push({ text: text.slice(end, index), isHit: false });
    end = index + length;
    pieces.push({ text: text.slice(index, end), isHit: true });
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isHit: false });
  return pieces;
};

/** How much of a word is a hit; all of it where accents make counting letters guesswork. */
const hitLength = (written: string, wanted: readonly string[]): number => {
  const [word = ""] = searchWords(written);
  const hits = wanted.filter((beginning) => word.startsWith(beginning)).map(({ length }) => length);
  if (hits.length === 0) return 0;
  return word.length === written.length ? Math.max(...hits) : written.length;
};
