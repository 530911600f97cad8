import { limits } from "../limits.ts";
import { isCommonPassword } from "./common-passwords.ts";

/** What is wrong with a password somebody chose, or null. `context` are words an attacker would try first: names, e-mail. */
export const passwordFault = (password: string, context: readonly string[]): string | null => {
  const length = [...password].length;
  if (length < limits.passwordMin) return `must have at least ${limits.passwordMin} characters`;
  if (length > limits.passwordMax) return `must have at most ${limits.passwordMax} characters`;
  if (isCommonPassword(password)) return "is one of the most common passwords";
  const bare = simplify(password);
  const words = ["slate", ...context].flatMap((word) => [word, word.split("@")[0] ?? ""]).map(simplify);
  if (words.some((word) => word.length >= 3 && isWordWithTrimmings(bare, word))) return "is too close to a name";
  if (new Set(password).size < 3) return "repeats the same characters";
  return null;
};

const simplify = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** 'slate2026!', 'marketing1': the word and a few digits around it. */
const isWordWithTrimmings = (bare: string, word: string): boolean =>
  bare.includes(word) && bare.replace(word, "").replace(/\d/g, "").length < 4;
