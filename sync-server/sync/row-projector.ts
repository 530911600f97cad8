/** List rows follow description edits about a second later, many tickets in one statement. */
import { summarize } from "../../shared/document/summarize.ts";
import type { TicketId } from "../../shared/ids.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import { limits } from "../limits.ts";
import type { Clock } from "./clock.ts";
import { loadTicket } from "./loaded-ticket.ts";
import type { Room } from "./room.ts";
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
  load: (id: TicketId) => Promise<StoredTicket | null>;
  clock: Clock;
  log: { warn(facts: object, message: string): void };
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

  /** From the log, where no document is at hand. */
  const storedRow = async (id: TicketId): Promise<Row | null> => {
    const stored = await load(id);
    if (stored === null) return null;
    const { doc } = loadTicket(id, stored);
    const row = { seq: stored.seq, summary: summarize(id, doc) };
    doc.destroy();
    return row;
  };

  const flush = async (): Promise<void> => {
    const rooms = [...lagging];
    lagging.clear();
    const rows: Row[] = [];
    try {
      for (const room of rooms) {
        const row = room.row();
        if (row === "busy") lagging.add(room);
        else {
          const found = row ?? (await storedRow(room.id));
          if (found !== null) rows.push(found);
        }
      }
      if (rows.length > 0) await store.project(rows);
    } catch (error) {
      log.warn({ error }, "list rows wait for the database");
      for (const room of rooms) lagging.add(room);
    }
    if (lagging.size > 0) schedule();
  };

  const flushLeftBehind = async (): Promise<void> => {
    const here = new Set([...lagging].map(({ id }) => id));
    const ids = (await store.lagging(limits.leftBehindRows)).filter((id) => !here.has(id));
    const rows: Row[] = [];
    for (const id of ids) {
      const row = await storedRow(id);
      if (row !== null) rows.push(row);
    }
    if (rows.length > 0) await store.project(rows);
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
