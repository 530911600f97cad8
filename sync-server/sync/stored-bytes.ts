/** A stored ticket as bytes: snapshot and tail, without building a document. */
import * as Y from "yjs";
import type { StoredTicket } from "./ticket-store.ts";

export interface StoredBytes {
  seq: number;
  bytes: Uint8Array;
}

/** Bytes in storage; what was written over counts as well. */
export const storedSize = (stored: StoredTicket | null): number =>
  (stored?.snapshot?.state.length ?? 0) + (stored?.tail.reduce((sum, entry) => sum + entry.update.length, 0) ?? 0);

/** Snapshot and tail as one update. */
export const mergeStored = (stored: StoredTicket | null): StoredBytes => {
  if (stored === null) return { seq: 0, bytes: emptyUpdate };
  const parts = stored.tail.map((entry) => entry.update);
  if (stored.snapshot !== null) parts.unshift(stored.snapshot.state);
  return { seq: stored.seq, bytes: parts.length === 1 && parts[0] !== undefined ? parts[0] : Y.mergeUpdates(parts) };
};

/** An update that says nothing: no structs, no deletions. */
const emptyUpdate = new Uint8Array([0, 0]);
