/** List rows follow description edits about a second later, many tickets in one statement. */
import { summarize } from "../../shared/document/summarize.ts";
import type { TicketId } from "../../shared/ids.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import { limits } from "../limits.ts";
import type { Clock } from "./clock.ts";
import { loadTicket } from "./loaded-ticket.ts";
import type { Room } from "./room.ts";
import type { SyncLog } from "./sync-log.ts";
import type { StoredTicket, TicketStore } from "./ticket-store.ts";

interface Row {
  seq: number;
  summary: TicketSummary;
}

export interface RowProjector {
  /** The room's row lags behind its description. */
  mark(room: Room): void;
  /** Its row has not been written yet: its document had better stay. */
  isWaiting(room: Room): boolean;
  flush(): Promise<void>;
  /** Rows that a node did not live to write. */
  flushLeftBehind(): Promise<void>;
}

export interface RowProjectorDeps {
  store: Pick<TicketStore, "project" | "lagging">;
  /** Those asked for together share a round trip. */
  load: (id: TicketId) => Promise<StoredTicket | null>;
  clock: Clock;
  log: SyncLog;
}

export const createRowProjector = ({ store, load, clock, log }: RowProjectorDeps): RowProjector => {
  const lagging = new Set<Room>();
  let scheduled = false;

  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    clock.setTimer(limits.projectDelayMs, () => {
      scheduled = false;
      void flush();
    });
  };

  /** From the log, where no document is at hand: loaded together, built one after the other, for each keeps the process busy. */
  const storedRows = async (ids: readonly TicketId[]): Promise<Row[]> => {
    const stored = await Promise.all(ids.map(load));
    const rows: Row[] = [];
    for (const [i, id] of ids.entries()) {
      if (i > 0) await new Promise<void>((resolve) => clock.setTimer(0, resolve));
      const row = storedRow(id, stored[i] ?? null);
      if (row !== null) rows.push(row);
    }
    return rows;
  };

  /** A ticket whose row cannot be made holds back no other. */
  const storedRow = (id: TicketId, stored: StoredTicket | null): Row | null => {
    if (stored === null) return null;
    try {
      const { doc } = loadTicket(id, stored);
      const row = { seq: stored.seq, summary: summarize(id, doc) };
      doc.destroy();
      return row;
    } catch (error) {
      log.error({ ticket: id, error }, "no list row can be made of a ticket");
      return null;
    }
  };

  const flush = async (): Promise<void> => {
    const rooms = [...lagging];
    lagging.clear();
    try {
      const rows: Row[] = [];
      const unloaded: TicketId[] = [];
      for (const room of rooms) {
        const row = room.row();
        if (row === "busy") lagging.add(room);
        else if (row === null) unloaded.push(room.id);
        else rows.push(row);
      }
      if (rows.length > 0) await store.project(rows);
      await projectStored(unloaded);
    } catch (error) {
      log.warn({ error }, "list rows wait for the database");
      for (const room of rooms) lagging.add(room);
    }
    if (lagging.size > 0) schedule();
  };

  const projectStored = async (ids: readonly TicketId[]): Promise<void> => {
    for (let from = 0; from < ids.length; from += limits.projectTickets) {
      const rows = await storedRows(ids.slice(from, from + limits.projectTickets));
      if (rows.length > 0) await store.project(rows);
    }
  };

  const flushLeftBehind = async (): Promise<void> => {
    const here = new Set([...lagging].map(({ id }) => id));
    await projectStored((await store.lagging(limits.leftBehindRows)).filter((id) => !here.has(id)));
  };

  return {
    mark: (room) => {
      lagging.add(room);
      schedule();
    },
    isWaiting: (room) => lagging.has(room),
    flush,
    flushLeftBehind,
  };
};
