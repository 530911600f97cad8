/** The same ticket written in few steps or in many. */
import * as Y from "yjs";
import { typeCharacters } from "./load/typing.ts";
import type { SeededTicket } from "./ticket-content.ts";

export interface TicketHistory {
  /** The entries after the first. */
  later: Uint8Array[];
  /** As it stands in the end. */
  whole: SeededTicket;
}

/** `characters` typed at the end of the description, in `entries` entries: only their number differs. */
export const writeHistory = (first: SeededTicket, characters: number, entries: number): TicketHistory => {
  const { updates } = typeCharacters(first.bytes, characters);
  const each = characters / entries;
  const later = Array.from({ length: entries }, (_, i) => Y.mergeUpdates(updates.slice(i * each, (i + 1) * each)));
  return { later, whole: { id: first.id, bytes: Y.mergeUpdates([first.bytes, ...updates]) } };
};
