/** Longer ones are cut: the beginning of a word is what people type. */
const longest = 64;

/**
 * The words a text is found by, each once: lower case, without accents, split at everything that is neither a letter nor a
 * digit. What is searched and what is searched for are both made of these.
 */
export const searchWords = (text: string): string[] => {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu)?.map(cut))];
};

/** Characters of two code units are not cut in two. */
const cut = (word: string): string => (word.length <= longest ? word : [...word].slice(0, longest).join(""));
