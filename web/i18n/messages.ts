/**
 * Every word the interface says, by typed key. A second language is a second object of this type, chosen here; `locale`
 * goes to `Intl` for dates and numbers.
 */
import { en } from "./en/en.ts";

export type Messages = typeof en;

export const t: Messages = en;
export const locale = "en-GB";
