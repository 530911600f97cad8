/** Who uses this device: remembered, so that the app opens signed in at any address, with or without a network. */
import * as v from "valibot";
import type { Person } from "../../shared/access/directory.ts";
import { PersonSchema } from "./person-from-api.ts";

const personKey = "slate-person";

export const rememberedPerson = (): Person | null => {
  const text = localStorage.getItem(personKey);
  if (text === null) return null;
  try {
    const parsed = v.safeParse(PersonSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
};

export const rememberPerson = (person: Person): void => localStorage.setItem(personKey, JSON.stringify(person));
export const forgetPerson = (): void => localStorage.removeItem(personKey);
