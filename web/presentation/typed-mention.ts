import type { Person } from "../../shared/access/directory.ts";

/** An `@` being typed: where it stands, and what has been typed after it. */
export interface TypedMention {
  from: number;
  query: string;
}

const typing = /(?<![\p{L}\p{N}_])@([\p{L}\p{N}_.-]*)$/u;

/** Null where the caret does not stand in a name that is being typed. */
export const typedMention = (text: string, caret: number): TypedMention | null => {
  const found = typing.exec(text.slice(0, caret));
  return found === null ? null : { from: found.index, query: found[1] ?? "" };
};

/** The name, with a blank after it, in place of what was typed; `caret` is where to go on. */
export const completeMention = (text: string, caret: number, { from }: TypedMention, username: string) => {
  const rest = text.slice(caret);
  const before = `${text.slice(0, from)}@${username}${/^\s/.test(rest) ? "" : " "}`;
  return { text: before + rest, caret: before.length };
};

/** Enough to choose from; whoever is not among them is found by another letter. */
const mostOffered = 6;

/** Those whose username or name has a part that begins with what was typed. */
export const offeredPeople = (people: readonly Person[], query: string): Person[] => {
  const wanted = query.toLowerCase();
  const begins = ({ username, firstName, lastName }: Person) =>
    username.toLowerCase().startsWith(wanted) ||
    [firstName, lastName, ...username.split(/[-._]/)].some((part) => part.toLowerCase().startsWith(wanted));
  return people.filter(begins).slice(0, mostOffered);
};
