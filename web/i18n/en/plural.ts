/** English has two forms: `plural(3, "change", "changes")` → '3 changes'. */
export const plural = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`;

const words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** At the start of a sentence small numbers are words: 'Six wait', '12 wait'. */
export const countWord = (count: number): string => words[count] ?? String(count);

/** 'a', 'a and b', 'a, b and c'. */
export const list = (names: readonly string[]): string => {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
};
