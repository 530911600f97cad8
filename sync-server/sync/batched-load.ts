import type { TicketId } from "../../shared/ids.ts";
import type { StoredTicket, TicketStore } from "./ticket-store.ts";

/** Loads asked for in the same turn of the event loop, and while a load is under way, share one round trip. */
export const createBatchedLoad = (store: Pick<TicketStore, "load">, most: number) => {
  let waiting = new Map<TicketId, ((answer: Promise<StoredTicket | null>) => void)[]>();
  let running = false;

  const run = async () => {
    await null;
    while (waiting.size > 0) {
      const batch = [...waiting].slice(0, most);
      waiting = new Map([...waiting].slice(most));
      const ids = batch.map(([id]) => id);
      const found = store.load(ids);
      for (const [id, settle] of batch) {
        const answer = found.then((tickets) => tickets.get(id) ?? null);
        for (const resolve of settle) resolve(answer);
      }
      // Each caller hears of a failure through its own answer.
      await found.catch(() => {});
    }
    running = false;
  };

  return (id: TicketId): Promise<StoredTicket | null> =>
    new Promise((resolve) => {
      const others = waiting.get(id);
      if (others !== undefined) others.push(resolve);
      else waiting.set(id, [resolve]);
      if (running) return;
      running = true;
      void run();
    });
};
