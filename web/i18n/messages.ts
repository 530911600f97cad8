/**
 * Every word the interface says, by typed key. Each language is an object of this type, chosen when the page opens: only
 * those who read Filipino load it. `locale` goes to `Intl` for numbers.
 */
import { en } from "./en/en.ts";
import { type Language, language } from "./language.ts";

export type Messages = typeof en;

export const t: Messages = language === "fil" ? (await import("./fil/fil.ts")).fil : en;

const locales: Record<Language, string> = { en: "en-GB", fil: "fil-PH" };
export const locale = locales[language];
