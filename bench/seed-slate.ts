/** Puts tickets into our tables the way the server does: log entries, list row, snapshot. */
import * as Y from "yjs";
import { serverClientId } from "../shared/document/layout.ts";
import { summarize } from "../shared/document/summarize.ts";
import type { UserId } from "../shared/ids.ts";
import { people } from "../shared/sample-world.ts";
import { createPostgresTicketStore } from "../sync-server/store/postgres-ticket-store.ts";
import type { DatabaseAddress } from "../sync-server/store/sql.ts";
import type { TicketCommit } from "../sync-server/sync/ticket-store.ts";
import { withSql } from "./database.ts";
import type { SeededTicket } from "./ticket-content.ts";

const batchTickets = 200;
const author = people["marketing-1"].id;

/** Each ticket stands at seq 1. `history`: further entries to log after it. `snapshotSeq`: up to where the snapshot goes. */
export const seedSlate = (
  address: DatabaseAddress,
  tickets: readonly SeededTicket[],
  history: (ticket: SeededTicket) => readonly Uint8Array[] = () => [],
  snapshotSeq = 1,
): Promise<void> =>
  withSql(address, async (sql) => {
    const store = createPostgresTicketStore(sql);
    for (let from = 0; from < tickets.length; from += batchTickets) {
      const batch = tickets.slice(from, from + batchTickets);
      const outcomes = await store.commit(batch.map((ticket) => toCommit(ticket, history(ticket))));
      if (outcomes.some((outcome) => outcome !== "committed")) throw new Error("seeding met a conflict");
      await Promise.all(
        batch.map((ticket) => {
          const state = mergeUpdates([ticket.bytes, ...history(ticket).slice(0, snapshotSeq - 1)]);
          return store.saveSnapshot(ticket.id, { seq: snapshotSeq, state, owners: owners(state) });
        }),
      );
    }
    await sql.unsafe("analyze");
  });

/** Merging one would encode it anew. */
const mergeUpdates = (updates: Uint8Array[]): Uint8Array =>
  updates.length === 1 ? (updates[0] as Uint8Array) : Y.mergeUpdates(updates);

const toCommit = ({ id, bytes }: SeededTicket, history: readonly Uint8Array[]): TicketCommit => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return {
    ticketId: id,
    afterSeq: 0,
    entries: [bytes, ...history].map((update, i) => ({
      seq: i + 1,
      entryId: crypto.randomUUID(),
      update,
      userId: author,
      at: Date.now(),
      repairs: [],
      events: [],
    })),
    summary: summarize(id, doc),
  };
};

const owners = (bytes: Uint8Array): Map<number, UserId> =>
  new Map(
    [...Y.parseUpdateMeta(bytes).to.keys()]
      .filter((client) => client !== serverClientId)
      .map((client) => [client, author]),
  );
