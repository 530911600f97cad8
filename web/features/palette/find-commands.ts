/** What of the palette fits the words typed so far, and in which order. Pure, so that it can be asked on every key. */
import type { Command } from "../../parts/commands.ts";

export const paletteGroups = ["act", "tickets", "recent", "goTo", "create", "app"] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

export interface Entry extends Command {
  group: PaletteGroup;
  /** Quiet words beside the name. */
  note?: string;
  /** One of many of its kind: shown only to those who type for it. */
  isOnlyFound?: boolean;
}

export const wordsOf = (query: string): string[] =>
  query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");

/** Begins with what was typed, has a word that does, holds it somewhere. */
const scores = { beginning: 3, word: 2, inside: 1 } as const;

/** How well a name fits: every word typed must be found in it; 0 where one is not. */
export const fitOf = (name: string, words: readonly string[]): number => {
  const text = name.toLowerCase();
  if (text.startsWith(words.join(" "))) return scores.beginning;
  const fits = words.map((word) => {
    if (!text.includes(word)) return 0;
    return text.split(/[\s:,/(]+/).some((part) => part.startsWith(word)) ? scores.word : scores.inside;
  });
  return Math.min(...fits);
};

/** Those that fit, group by group: the group with the best fit first, the usual order among equals. */
export const findCommands = (commands: readonly Entry[], tickets: readonly Entry[], query: string): Entry[] => {
  const words = wordsOf(query);
  if (words.length === 0) {
    return inGroups(commands.filter(({ isOnlyFound }) => isOnlyFound !== true).map((entry) => ({ entry, fit: 0 })));
  }
  const fitting = commands
    .filter(({ group }) => group !== "recent")
    .map((entry) => ({ entry, fit: fitOf(entry.name, words) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  // Tickets fit by the list's own search, which looks further than titles.
  return inGroups([...fitting, ...tickets.map((entry) => ({ entry, fit: scores.word }))]);
};

const inGroups = (found: readonly { entry: Entry; fit: number }[]): Entry[] => {
  const groups = paletteGroups
    .map((group) => found.filter(({ entry }) => entry.group === group))
    .filter((group) => group.length > 0)
    .sort((a, b) => bestOf(b) - bestOf(a));
  return groups.flatMap((group) => group.map(({ entry }) => entry));
};

const bestOf = (group: readonly { fit: number }[]): number => Math.max(...group.map(({ fit }) => fit));
