import * as Y from "yjs";
import { deviceLimits } from "./limits.ts";
import type { OutboxRow } from "./records.ts";

/** Outbox rows that travel as one update. */
export interface Parcel {
  rows: OutboxRow[];
  update: Uint8Array;
}

/**
 * Rows of one ticket, in order, as the updates to send. Neighbouring content is merged; never across an action, because
 * what was written after a submission must not be judged as if it had been written before.
 */
export const toParcels = (rows: readonly OutboxRow[]): Parcel[] => {
  const groups: OutboxRow[][] = [];
  let open = newGroup();
  for (const row of rows) {
    if (row.kind === "action" || !open.fits(row)) open = newGroup();
    if (open.rows.length === 0) groups.push(open.rows);
    open.add(row);
    if (row.kind === "action") open = newGroup();
  }
  return groups.flatMap(mergeRows);
};

const newGroup = () => {
  const rows: OutboxRow[] = [];
  const clients = new Set<number>();
  let bytes = 0;
  return {
    rows,
    fits: ({ update, client }: OutboxRow): boolean =>
      rows.length === 0 ||
      (bytes + update.byteLength <= deviceLimits.parcelBytes &&
        (clients.has(client) || clients.size < deviceLimits.parcelClients)),
    add: (row: OutboxRow) => {
      rows.push(row);
      bytes += row.update.byteLength;
      clients.add(row.client);
    },
  };
};

/** Bytes that do not decode must not hold back their neighbours: then each row travels alone, and is refused alone. */
const mergeRows = (rows: OutboxRow[]): Parcel[] => {
  const alone = () => rows.map((row) => ({ rows: [row], update: row.update }));
  if (rows.length === 1) return alone();
  try {
    return [{ rows, update: Y.mergeUpdates(rows.map(({ update }) => update)) }];
  } catch {
    return alone();
  }
};
