/** What waits on this device, read without the engine and its libraries: the service worker has to stay small. */
import type { TicketId, UserId } from "../../../shared/ids.ts";
import type { OutboxRow, SummaryRow } from "../core/records.ts";
import { databaseName } from "./database-name.ts";

export interface WaitingTicket {
  id: TicketId;
  /** The newest log entry the device has a list row of; the answer need not tell what came before. */
  since: number;
  /** In order of `n`. */
  rows: OutboxRow[];
}

export interface Outbox {
  /** Which history of the server this device holds. */
  epoch: string;
  tickets: WaitingTicket[];
}

/** Null where this person has nothing on the device. */
export const readOutbox = async (userId: UserId): Promise<Outbox | null> => {
  const name = databaseName(userId);
  // Opening it would make it.
  if (!(await indexedDB.databases()).some((database) => database.name === name)) return null;
  const db = await done(indexedDB.open(name));
  try {
    const stores = db.transaction(["meta", "outbox", "summaries"]);
    const epoch: unknown = await done(stores.objectStore("meta").get("epoch"));
    const rows: OutboxRow[] = await done(stores.objectStore("outbox").getAll());
    const tickets = new Map<TicketId, WaitingTicket>();
    for (const row of rows) {
      const ticket = tickets.get(row.ticketId) ?? { id: row.ticketId, since: 0, rows: [] };
      tickets.set(row.ticketId, { ...ticket, rows: [...ticket.rows, row] });
    }
    for (const ticket of tickets.values()) {
      const listed: SummaryRow | undefined = await done(stores.objectStore("summaries").get(ticket.id));
      ticket.since = listed?.seq ?? 0;
    }
    return { epoch: typeof epoch === "string" ? epoch : "", tickets: [...tickets.values()] };
  } finally {
    db.close();
  }
};

const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
