import * as Y from "yjs";
import { serverClientId } from "../../shared/document/layout.ts";
import type { UserId } from "../../shared/ids.ts";
import type { StoredTicket } from "../sync/ticket-store.ts";

/** Whose each Yjs client id in a ticket's document is: what it takes to say who wrote a letter or a field. */
export const ticketWriters = ({ snapshot, tail }: Pick<StoredTicket, "snapshot" | "tail">): Map<number, UserId> => {
  const writers = new Map(snapshot?.owners);
  for (const { update, userId } of tail) {
    for (const client of Y.parseUpdateMeta(update).to.keys()) {
      if (client !== serverClientId && !writers.has(client)) writers.set(client, userId);
    }
  }
  return writers;
};
