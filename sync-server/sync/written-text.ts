import * as Y from "yjs";
import type { LoadedTicket } from "./loaded-ticket.ts";

/** The text that the new structs of an update put into the description, in clock order; a line for each new block. */
export const writtenText = (
  ticket: LoadedTicket,
  sections: readonly { client: number }[],
  before: ReadonlyMap<number, number>,
): string => {
  const pieces: string[] = [];
  for (const { client } of sections) {
    const from = before.get(client) ?? 0;
    for (const struct of ticket.doc.store.clients.get(client) ?? []) {
      if (struct.id.clock + struct.length <= from || !(struct instanceof Y.Item)) continue;
      if (struct.content instanceof Y.ContentString)
        pieces.push(struct.content.str.slice(Math.max(0, from - struct.id.clock)));
      else if (struct.content instanceof Y.ContentType && pieces.length > 0) pieces.push("\n");
    }
  }
  return pieces.join("").replace(/\n+/g, "\n").trim();
};
