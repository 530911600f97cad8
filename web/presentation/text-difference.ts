/** How a text of paragraphs changed: word by word where a paragraph was rewritten, whole where it came or went. */
import { sequenceDifference } from "./sequence-difference.ts";

export interface TextPiece {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Only paragraphs that changed. */
export interface ParagraphDifference {
  kind: "changed" | "removed" | "added";
  pieces: TextPiece[];
}

/** One line a paragraph, as `briefText` writes it. White space aside: what differs in nothing else has not changed. */
export const textDifference = (before: string, after: string): ParagraphDifference[] => {
  if (collapsed(before) === collapsed(after)) return [];
  const steps = sequenceDifference(paragraphsOf(before), paragraphsOf(after), (one, other) => one === other);
  const differences: ParagraphDifference[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  for (const { kind, before: was, after: is } of [...steps, end]) {
    if (kind === "removed" && was !== null) removed.push(was);
    else if (kind === "added" && is !== null) added.push(is);
    else {
      differences.push(...rewritten(removed, added));
      [removed, added] = [[], []];
    }
  }
  return differences;
};
const end = { kind: "same", before: null, after: null } as const;

const collapsed = (text: string): string => text.replace(/\s+/g, " ").trim();

const paragraphsOf = (text: string): string[] =>
  text
    .split("\n")
    .map(collapsed)
    .filter((line) => line !== "");

/** Paragraphs between two that stayed: those alike are one rewritten, the others went or came. */
const rewritten = (removed: readonly string[], added: readonly string[]): ParagraphDifference[] =>
  sequenceDifference(removed, added, areAlike).map(({ kind, before, after }) =>
    kind === "same"
      ? { kind: "changed", pieces: wordDifference(before ?? "", after ?? "") }
      : { kind, pieces: [{ kind, text: (before ?? after) as string }] },
  );

/** Share of the shorter one's words that the other has too, from which on two paragraphs count as one rewritten. */
const alikeFrom = 0.4;

const areAlike = (one: string, other: string): boolean => {
  const [short = [], long = []] = [one, other].map((text) => text.toLowerCase().split(" ")).sort(byLength);
  const words = new Set(long);
  return short.filter((word) => words.has(word)).length >= short.length * alikeFrom;
};
const byLength = (one: readonly string[], other: readonly string[]): number => one.length - other.length;

/** Word by word; a blank between two changed words belongs to the change. */
export const wordDifference = (before: string, after: string): TextPiece[] => {
  const steps = sequenceDifference(tokensOf(before), tokensOf(after), (one, other) => one === other);
  const pieces: TextPiece[] = [];
  let held = { removed: "", added: "", blank: "" };
  const release = () => {
    if (held.removed !== "") pieces.push({ kind: "removed", text: held.removed });
    if (held.added !== "") pieces.push({ kind: "added", text: held.added });
    if (held.blank !== "") append(pieces, held.blank);
    held = { removed: "", added: "", blank: "" };
  };
  for (const { kind, before: was, after: is } of steps) {
    const text = (was ?? is) as string;
    const isHolding = held.removed !== "" || held.added !== "";
    if (kind === "same" && isHolding && text.trim() === "" && held.blank === "") held.blank = text;
    else if (kind === "same") {
      release();
      append(pieces, text);
    } else {
      if (held.removed !== "") held.removed += held.blank;
      if (held.added !== "") held.added += held.blank;
      held.blank = "";
      held[kind] += text;
    }
  }
  release();
  return pieces.filter(({ text }) => text !== "");
};

const tokensOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

const append = (pieces: TextPiece[], text: string) => {
  const last = pieces.at(-1);
  if (last?.kind === "same") last.text += text;
  else pieces.push({ kind: "same", text });
};

/** So many words around a change say where it stands; the rest of a long paragraph is left out. */
const wordsAround = 10;

export const shortened = (pieces: readonly TextPiece[]): TextPiece[] =>
  pieces.map((piece, i) =>
    piece.kind === "same" ? { ...piece, text: abridged(piece.text, i === 0, i === pieces.length - 1) } : piece,
  );

const abridged = (text: string, isFirst: boolean, isLast: boolean): string => {
  const words = text.split(" ");
  const head = isFirst ? [] : words.slice(0, wordsAround);
  const tail = isLast ? [] : words.slice(-wordsAround);
  return words.length <= head.length + tail.length + 2 ? text : [...head, "…", ...tail].join(" ");
};
