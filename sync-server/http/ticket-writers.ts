import type { UserId } from "../../shared/ids.ts";
import { learnOwners } from "../sync/loaded-ticket.ts";
import type { StoredTicket } from "../sync/ticket-store.ts";

/** Whose each Yjs client id in a ticket's document is: what it takes to say who wrote a letter or a field. */
export const ticketWriters = ({ snapshot, tail }: Pick<StoredTicket, "snapshot" | "tail">): Map<number, UserId> => {
  const writers = new Map(snapshot?.owners);
  for (const { update, userId } of tail) learnOwners(writers, update, userId);
  return writers;
};
