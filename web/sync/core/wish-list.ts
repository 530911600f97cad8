import type { TicketId } from "../../../shared/ids.ts";

/** Tickets taken into one request, each with those who wait for the answer. */
export type TakenWishes = ReadonlyMap<TicketId, readonly (() => void)[]>;

/** Tickets the server must be asked about whatever the index says. A wish stays until a request that began after it is answered. */
export interface WishList {
  ids(): Iterable<TicketId>;
  /** `settled` is called when the server has answered, or could not be asked. */
  add(id: TicketId, settled?: () => void): void;
  /** A request about `ids` begins: what is wished from now on needs another one. */
  take(ids: readonly TicketId[]): TakenWishes;
  answered(taken: TakenWishes): void;
  /** The request has to be made in another way: nothing has been answered. */
  putBack(taken: TakenWishes): void;
  /** The server cannot be asked now: whoever waits is told, the wishes stay. */
  giveUpWaiting(): void;
}

export const createWishList = (): WishList => {
  const wished = new Map<TicketId, (() => void)[]>();
  return {
    ids: () => wished.keys(),
    add: (id, settled) => void wished.set(id, [...(wished.get(id) ?? []), ...(settled === undefined ? [] : [settled])]),
    take: (ids) => {
      const taken = new Map<TicketId, (() => void)[]>();
      for (const id of ids) {
        const waiting = wished.get(id);
        if (waiting !== undefined) taken.set(id, waiting);
        wished.delete(id);
      }
      return taken;
    },
    answered: (taken) => {
      for (const waiting of taken.values()) for (const settled of waiting) settled();
    },
    putBack: (taken) => {
      for (const [id, waiting] of taken) wished.set(id, [...waiting, ...(wished.get(id) ?? [])]);
    },
    giveUpWaiting: () => {
      const all = [...wished.values()].flat();
      for (const id of wished.keys()) wished.set(id, []);
      for (const settled of all) settled();
    },
  };
};
