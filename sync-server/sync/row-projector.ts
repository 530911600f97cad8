/** List rows follow description edits about a second later, many tickets in one statement. */
import { limits } from "../limits.ts";
import type { Clock } from "./clock.ts";
import type { Room } from "./room.ts";
import type { TicketStore } from "./ticket-store.ts";

export interface RowProjector {
  /** The room's row lags behind its description. */
  mark(room: Room): void;
  /** Its row has not been written yet: its document must stay. */
  isWaiting(room: Room): boolean;
  flush(): Promise<void>;
}

export const createRowProjector = (
  store: Pick<TicketStore, "project">,
  clock: Clock,
  log: { warn(facts: object, message: string): void },
): RowProjector => {
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

  const flush = async (): Promise<void> => {
    const rooms = [...lagging];
    const rows = rooms.map((room) => ({ room, row: room.row() })).filter(({ row }) => row !== null);
    for (const { room } of rows) lagging.delete(room);
    if (rows.length > 0) {
      try {
        await store.project(rows.flatMap(({ row }) => (row === null ? [] : [row])));
      } catch (error) {
        log.warn({ error }, "list rows wait for the database");
        for (const { room } of rows) lagging.add(room);
      }
    }
    if (lagging.size > 0) schedule();
  };

  return {
    mark: (room) => {
      lagging.add(room);
      schedule();
    },
    isWaiting: (room) => lagging.has(room),
    flush,
  };
};
