import * as Y from "yjs";

/** How many of a client's characters stand in `bytes` without a gap. */
export const storedClock = (bytes: Uint8Array, clientId: number): number => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  const clock = Y.getState(doc.store, clientId);
  doc.destroy();
  return clock;
};
