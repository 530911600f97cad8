import type { BulkRequest, BulkTicketRequest } from "../../../shared/protocol/bulk.ts";
import { protocolVersion } from "../../../shared/protocol/version.ts";
import { deviceLimits } from "../core/limits.ts";
import type { Outbox } from "./read-outbox.ts";

/**
 * All that waits, row by row and in order, as requests the server takes. Rows that are too large by themselves, and what
 * follows them in their ticket, are left to the app, which says so.
 */
export const outboxRequests = ({ epoch, tickets }: Outbox): BulkRequest[] => {
  const requests: BulkRequest[] = [];
  let open: BulkTicketRequest[] = [];
  let bytes = 0;
  const close = () => {
    if (open.length > 0) requests.push({ version: protocolVersion, epoch, tickets: open });
    open = [];
    bytes = 0;
  };
  for (const { id, since, rows } of tickets) {
    if (open.length >= deviceLimits.bulkTickets) close();
    const sendable = rows.slice(0, firstTooLarge(rows));
    for (const { update } of sendable) {
      if (bytes + update.byteLength > deviceLimits.bulkBytes) close();
      bytes += update.byteLength;
      const last = open.at(-1);
      if (last?.id === id) last.updates.push(update);
      else open.push({ id, since, updates: [update] });
    }
  }
  close();
  return requests;
};

const firstTooLarge = (rows: readonly { update: Uint8Array }[]): number => {
  const at = rows.findIndex(({ update }) => update.byteLength > deviceLimits.updateBytes);
  return at < 0 ? rows.length : at;
};
