/**
 * The rooms of a node, one a ticket. Anybody may name an id that nobody has stored, hundreds in one request: a room that
 * turns out to be of such a one, and that nobody watches, is let go as soon as it is left. All others rest for a while first.
 */
import type { TicketId } from "../../shared/ids.ts";
import type { Room } from "./room.ts";

export interface Rooms {
  get(id: TicketId): Room | undefined;
  all(): Room[];
  count(): number;
  /** For somebody who stays: it is there until the sweep finds it idle. */
  watched(id: TicketId): Room;
  /** For one piece of work, which says when it is done. */
  enter(id: TicketId): Visit;
  /** Frees documents that nobody used for a while, and rooms without people; those that `mustStay` are passed over. */
  sweep(mustStay: (room: Room) => boolean): Promise<void>;
}

export interface Visit {
  room: Room;
  /** Once. `isStored`: there is such a ticket, or nobody could tell. */
  leave(isStored: boolean): void;
}

interface Kept {
  room: Room;
  visits: number;
  /** Whoever watches holds on to the room before they follow it: it must stay the only one of its ticket. */
  isWatched: boolean;
}

export const createRooms = (create: (id: TicketId) => Room): Rooms => {
  const rooms = new Map<TicketId, Kept>();

  const keep = (id: TicketId): Kept => {
    const known = rooms.get(id);
    if (known !== undefined) return known;
    const kept = { room: create(id), visits: 0, isWatched: false };
    rooms.set(id, kept);
    return kept;
  };

  const forgetIfEmpty = async (id: TicketId, kept: Kept): Promise<void> => {
    const { seq } = await kept.room.open();
    const isUsed = kept.isWatched || kept.visits > 0;
    if (seq === 0 && !isUsed && rooms.get(id) === kept) rooms.delete(id);
  };

  return {
    get: (id) => rooms.get(id)?.room,
    all: () => [...rooms.values()].map(({ room }) => room),
    count: () => rooms.size,
    watched: (id) => {
      const kept = keep(id);
      kept.isWatched = true;
      return kept.room;
    },
    enter: (id) => {
      const kept = keep(id);
      kept.visits++;
      return {
        room: kept.room,
        leave: (isStored) => {
          kept.visits--;
          // The room knows where its ticket stands by now; where it cannot say so, the sweep takes it.
          if (!isStored && !kept.isWatched && kept.visits === 0) forgetIfEmpty(id, kept).catch(() => {});
        },
      };
    },
    sweep: async (mustStay) => {
      for (const [id, kept] of rooms) {
        if (mustStay(kept.room)) continue;
        await kept.room.rest();
        if (kept.room.isIdle() && rooms.get(id) === kept) rooms.delete(id);
      }
    },
  };
};
