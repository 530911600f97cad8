import type { WrittenLine } from "../sync/written-by.ts";
import type { ParagraphDifference } from "./text-difference.ts";

/** Yjs clients that put a paragraph's new words there, most letters first. Nobody can tell who took words away. */
export const authorsOfChange = ({ pieces }: ParagraphDifference, lines: readonly WrittenLine[]): number[] => {
  const after = pieces.filter(({ kind }) => kind !== "removed");
  const text = after.map((piece) => piece.text).join("");
  const line = lines.find((one) => one.text === text);
  if (line === undefined) return [];
  const letters = new Map<number, number>();
  let at = 0;
  for (const piece of after) {
    for (const client of piece.kind === "added" ? line.clients.slice(at, at + piece.text.length) : [])
      letters.set(client, (letters.get(client) ?? 0) + 1);
    at += piece.text.length;
  }
  return [...letters].sort(([, one], [, other]) => other - one).map(([client]) => client);
};
