import type { Directory } from "../../shared/access/directory.ts";
import type { UserId } from "../../shared/ids.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import { t } from "../i18n/messages.ts";

/** People are called by their username, as everywhere they write and are mentioned. */
export const usernameOf = (id: UserId | null, directory: Directory): string =>
  (id === null ? undefined : directory.people.get(id)?.username) ?? t.words.somebody;

/** 'You' for oneself. */
export const nameFor = (id: UserId | null, me: UserId, directory: Directory): string =>
  id === me ? t.words.you : usernameOf(id, directory);

/** 'C1' for creative-1, 'CH' for creative-head, 'MA' for maria. */
export const initialsOf = (username: string): string => {
  const parts = username.split(/[-._\s]+/).filter((part) => part !== "");
  const letters = parts.length > 1 ? parts.map((part) => part[0]).join("") : (parts[0] ?? "?");
  return letters.slice(0, 2).toUpperCase();
};

/** Everybody active, by username. */
export const activePeople = (directory: Directory) =>
  [...directory.people.values()]
    .filter((person) => person.isActive)
    .sort((one, other) => one.username.localeCompare(other.username));

/** A ticket's title, or that it has none yet. */
export const titleOf = ({ fields }: Pick<TicketSummary, "fields">): string =>
  fields.title.trim() === "" ? t.words.untitled : fields.title;
