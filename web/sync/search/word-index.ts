import type { TicketId } from "../../../shared/ids.ts";
import { searchWords } from "../../../shared/ticket/search-words.ts";
import { createPostings, type Postings, type Slot } from "./postings.ts";

/** How well a ticket fits what is searched for; the smallest comes first. */
export const fits = { number: 0, titleIs: 1, titleBegins: 2, title: 3, people: 4, text: 5 } as const;
export type Fit = (typeof fits)[keyof typeof fits];

/** What a list row says of a ticket at a glance. */
export interface Headline {
  number: number | null;
  title: string;
  /** Names of people and products. */
  names: readonly string[];
}

export interface WordIndex {
  putHeadline(id: TicketId, headline: Headline): void;
  /** Words of the description as the list row has it, while those of the document are not known. */
  putBrief(id: TicketId, words: readonly string[]): void;
  /** Words of the document: description and comments. */
  putText(id: TicketId, words: readonly string[]): void;
  remove(id: TicketId): void;
  /** Tickets of which every word searched for begins a word; null where nothing is searched for. */
  find(query: string): Map<TicketId, Fit> | null;
}

/** The same as of the server. */
const searchedWords = 10;

interface Entry {
  id: TicketId;
  /** Words with a space before each, as is the title. */
  number: string;
  title: string;
}

/** Every ticket on the device by its words, in memory. Finding costs what is found, not what there is. */
export const createWordIndex = (): WordIndex => {
  const [headlines, briefs, texts] = [createPostings(), createPostings(), createPostings()];
  const parts = [headlines, briefs, texts];
  const slots = new Map<TicketId, Slot>();
  const entries: (Entry | undefined)[] = [];
  const free: Slot[] = [];

  const slotOf = (id: TicketId): Slot => {
    const known = slots.get(id);
    if (known !== undefined) return known;
    const slot = free.pop() ?? entries.length;
    slots.set(id, slot);
    entries[slot] = { id, number: "", title: "" };
    return slot;
  };

  /** How many of the words each ticket has in these parts, counted as long as it has all before. */
  const matches = (words: readonly string[], within: readonly Postings[]): Uint8Array => {
    const counts = new Uint8Array(entries.length);
    for (const [before, word] of words.entries()) {
      const count = (held: readonly Slot[]) => {
        for (const slot of held) if (counts[slot] === before) counts[slot] = before + 1;
      };
      for (const part of within) part.visit(word, count);
    }
    return counts;
  };

  return {
    putHeadline: (id, { number, title, names }) => {
      const slot = slotOf(id);
      const titleWords = searchWords(title);
      const nameWords = searchWords(names.join(" "));
      const numberWords = number === null ? [] : [String(number)];
      entries[slot] = { id, number: spaced(numberWords), title: spaced(titleWords) };
      const all = new Set([...titleWords, ...nameWords, ...numberWords]);
      headlines.put(slot, [...all]);
    },
    putBrief: (id, words) => briefs.put(slotOf(id), words),
    putText: (id, words) => texts.put(slotOf(id), words),
    remove: (id) => {
      const slot = slots.get(id);
      if (slot === undefined) return;
      for (const part of parts) part.put(slot, []);
      slots.delete(id);
      entries[slot] = undefined;
      free.push(slot);
    },
    find: (query) => {
      const words = searchWords(query).slice(0, searchedWords);
      if (words.length === 0) return null;
      const all = matches(words, parts);
      const atAGlance = matches(words, [headlines]);
      const found = new Map<TicketId, Fit>();
      const beginnings = words.map((word) => spaced([word]));
      entries.forEach((entry, slot) => {
        if (entry === undefined || all[slot] !== words.length) return;
        found.set(entry.id, atAGlance[slot] === words.length ? fitOf(entry, beginnings) : fits.text);
      });
      return found;
    },
  };
};

const spaced = (words: readonly string[]): string => words.map((word) => ` ${word}`).join("");

/** Of a ticket whose headline has all words; `beginnings` are these, a space before each. */
const fitOf = ({ number, title }: Entry, beginnings: readonly string[]): Fit => {
  if (beginnings.length === 1 && beginnings[0] === number) return fits.number;
  const asked = beginnings.join("");
  if (title === asked) return fits.titleIs;
  if (title.startsWith(asked)) return fits.titleBegins;
  return beginnings.every((word) => title.includes(word)) ? fits.title : fits.people;
};
