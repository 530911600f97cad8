import * as Y from "yjs";

/** A person's copy of a ticket, as an honest Yjs client keeps it. */
export interface Replica {
  doc: Y.Doc;
  /** What `change` writes, as the one update an editor would send for it. */
  edit(change: (doc: Y.Doc) => void): Uint8Array;
  /** Takes in what came from elsewhere. */
  receive(update: Uint8Array): void;
}

/** `client`: the Yjs client id it writes under. */
export const createReplica = (client: number, state?: Uint8Array): Replica => {
  const doc = new Y.Doc();
  doc.clientID = client;
  if (state !== undefined) Y.applyUpdate(doc, state, "elsewhere");
  return {
    doc,
    edit: (change) => {
      const updates: Uint8Array[] = [];
      const collect = (update: Uint8Array) => updates.push(update);
      doc.on("update", collect);
      doc.transact(() => change(doc));
      doc.off("update", collect);
      return Y.mergeUpdates(updates);
    },
    receive: (update) => Y.applyUpdate(doc, update, "elsewhere"),
  };
};
