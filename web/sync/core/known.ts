/** Server-known state of a ticket on the device: what the server has told, without any local change. */
import * as Y from "yjs";
import { untidied } from "../../../shared/document/untidied.ts";
import type { TicketId } from "../../../shared/ids.ts";
import type { KnownRange, StoredTicket } from "./records.ts";

/** The newest log entry held without gaps. Ranges past a gap are of no use until it is filled. */
export const knownSeq = ({ since, tail }: Pick<StoredTicket, "since" | "tail">): number => contiguous(since, tail).seq;

/** The updates that make up the server-known state, in order. */
export const knownUpdates = ({ bytes, since, tail }: StoredTicket): Uint8Array[] => [
  ...(bytes === null ? [] : [bytes]),
  ...contiguous(since, tail).ranges.map(({ update }) => update),
];

const contiguous = (since: number, tail: readonly KnownRange[]): { seq: number; ranges: KnownRange[] } => {
  let seq = since;
  const ranges: KnownRange[] = [];
  for (const range of [...tail].sort((a, b) => a.after - b.after || a.seq - b.seq)) {
    if (range.after > seq) break;
    ranges.push(range);
    seq = Math.max(seq, range.seq);
  }
  return { seq, ranges };
};

export const isOnDevice = ({ bytes, tail, rows }: StoredTicket): boolean =>
  bytes !== null || tail.length > 0 || rows.length > 0;

/** Says nothing: no structs, no deletions. */
export const isEmptyUpdate = (update: Uint8Array): boolean => update.byteLength <= 2;

/** A document of the updates, or null when one of them does not decode. */
export const buildDocument = (id: TicketId, updates: readonly Uint8Array[]): Y.Doc | null => {
  const doc = untidied(new Y.Doc({ guid: id }));
  try {
    for (const update of updates) Y.applyUpdate(doc, update);
    return doc;
  } catch {
    doc.destroy();
    return null;
  }
};

/** Document and tail as one document row; null when they do not decode. */
export const foldKnown = (id: TicketId, stored: StoredTicket): { bytes: Uint8Array; since: number } | null => {
  const updates = knownUpdates(stored);
  const doc = buildDocument(id, updates);
  if (doc === null) return null;
  // Bytes that wait for others must be kept as they are; a whole document is written anew without what was deleted.
  const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null;
  const bytes = isWhole ? Y.encodeStateAsUpdate(doc) : Y.mergeUpdates(updates);
  doc.destroy();
  return { bytes, since: knownSeq(stored) };
};
