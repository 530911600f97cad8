import * as Y from "yjs";
import type { LoadedTicket } from "./loaded-ticket.ts";
import type { Scan } from "./prescan.ts";

/**
 * Stock clients take formatting marks away that say nothing any more, as soon as they see one, also in the name of a person
 * who may only read. Put back, it would be taken away again, and so on for ever; so it is let be. Asked before the update is
 * applied; null where it may be more than that. The answer says, once it is applied, whether the description reads as before.
 */
export const tidiesOnly = (ticket: LoadedTicket, update: Uint8Array, scan: Scan): (() => boolean) | null => {
  if (scan.sections.length > 0 || !deletesMarksOnly(ticket.doc, update)) return null;
  const before = ticket.description.toString();
  return () => ticket.description.toString() === before;
};

const deletesMarksOnly = (doc: Y.Doc, update: Uint8Array): boolean => {
  for (const [client, ranges] of Y.decodeUpdate(update).ds.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    if (
      ranges.some(({ clock, len }) => !areMarks(structs, clock, Math.min(clock + len, Y.getState(doc.store, client))))
    )
      return false;
  }
  return true;
};

/** Is all that lives in these clocks a formatting mark? */
const areMarks = (structs: (Y.GC | Y.Item)[], from: number, to: number): boolean => {
  if (from >= to) return true;
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i];
    if (struct === undefined || struct.id.clock >= to) break;
    if (!struct.deleted && !(struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)) return false;
  }
  return true;
};
