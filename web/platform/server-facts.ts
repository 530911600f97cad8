/** What this server calls itself and whom to ask; known from the last visit, refreshed at every start. */
import { createSignal } from "solid-js";
import { readServerFacts, type ServerFacts } from "../api/server-facts.ts";
import { t } from "../i18n/messages.ts";

const storageKey = "slate-server";

const remembered = (): ServerFacts | null => {
  const text = localStorage.getItem(storageKey);
  return text === null ? null : (JSON.parse(text) as ServerFacts);
};

const [facts, setFacts] = createSignal(remembered());

/** Null until the server has been reached once. */
export const serverFacts = facts;
export const appName = (): string => facts()?.appName ?? t.app.name;

export const refreshServerFacts = async (): Promise<void> => {
  const fresh = await readServerFacts();
  if (fresh === null) return;
  localStorage.setItem(storageKey, JSON.stringify(fresh));
  setFacts(fresh);
};
