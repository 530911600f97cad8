/** The Yjs document of a ticket that is open on this device. */
import * as Y from "yjs";
import { mapRoots, roots } from "../../../shared/document/layout.ts";
import { untidied } from "../../../shared/document/untidied.ts";
import type { RandomBytes, TicketId } from "../../../shared/ids.ts";
import { newClientId } from "./new-client-id.ts";

/** Origin of every transaction that is not this person's doing in this tab. */
export const fromElsewhere = Symbol("from elsewhere");

/** Empty, with a client id of its own. */
export const newTicketDoc = (id: TicketId, random: RandomBytes): Y.Doc => {
  const doc = untidied(new Y.Doc({ guid: id }));
  doc.clientID = newClientId(random);
  // Yjs puts another object in place of a root that is asked for only after it was filled.
  for (const root of mapRoots) doc.getMap(root);
  doc.getXmlFragment(roots.description);
  return doc;
};

/** Takes in what came from elsewhere. False: it does not decode, and part of it may be in the document now. */
export const applies = (doc: Y.Doc, update: Uint8Array): boolean => {
  try {
    Y.applyUpdate(doc, update, fromElsewhere);
    return true;
  } catch {
    return false;
  }
};
