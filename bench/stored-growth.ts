/** The two databases of each comparison in S8, small and grown, and in each the tickets somebody will write in. */
import { newId, type TicketId } from "../shared/ids.ts";
import type { DatabaseAddress } from "../sync-server/store/sql.ts";
import { copyTickets } from "./copy-tickets.ts";
import type { BenchDatabase } from "./database.ts";
import { seedSlate } from "./seed-slate.ts";
import { newTicketId, newTickets, type SeededTicket } from "./ticket-content.ts";
import { writeHistory } from "./ticket-history.ts";

export interface GrownStorage {
  address: DatabaseAddress;
  /** As they are stored. */
  tickets: SeededTicket[];
}

const writtenTickets = 201;
const writtenHistories = 101;
/** The server makes a snapshot every 300 entries, so some of the newest come after the last one. */
const afterSnapshot = 100;
const copyBatch = 20_000;

export const storeManyTickets = async (
  database: BenchDatabase,
  few: number,
  many: number,
): Promise<[GrownStorage, GrownStorage]> => {
  const tickets = newTickets(few);
  const small = await database.createMigrated();
  await seedSlate(small, tickets);
  const large = await database.create(small);
  for (let stored = few; stored < many; stored += copyBatch) {
    const count = Math.min(copyBatch, many - stored);
    const copies = Array.from({ length: count }, (_, i) => ({
      from: (tickets[i % few] as SeededTicket).id,
      to: longAgo(stored + i),
    }));
    await copyTickets(large, copies);
  }
  const written = tickets.slice(0, writtenTickets);
  return [
    { address: small, tickets: written },
    { address: large, tickets: written },
  ];
};

/** Ids carry their time: those of stored tickets are spread over a year. */
const longAgo = (index: number): TicketId =>
  newId<TicketId>(Date.UTC(2025, 2, 2) + index * 300_000, (count) => crypto.getRandomValues(new Uint8Array(count)));

export const storeHistories = async (
  database: BenchDatabase,
  few: number,
  many: number,
): Promise<[GrownStorage, GrownStorage]> => {
  const [first] = newTickets(1) as [SeededTicket];
  const store = async (entries: number): Promise<GrownStorage> => {
    const address = await database.createMigrated();
    const history = writeHistory(first, many, entries);
    await seedSlate(address, [first], () => history.later, Math.max(1, entries - afterSnapshot));
    const tickets = Array.from({ length: writtenHistories - 1 }, () => ({ ...history.whole, id: newTicketId() }));
    await copyTickets(
      address,
      tickets.map(({ id }) => ({ from: first.id, to: id })),
    );
    return { address, tickets: [history.whole, ...tickets] };
  };
  return [await store(few), await store(many)];
};
