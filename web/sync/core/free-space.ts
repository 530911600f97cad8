/** Gives the device room: documents of tickets that are over go, their list rows stay, and opening one fetches it again. */
import type { TicketId } from "../../../shared/ids.ts";
import type { DeviceIndex } from "./device-index.ts";
import type { Ledger } from "./ledger.ts";
import { belongsOnDevice } from "./work-list.ts";

/** Tickets whose documents the device could do without: kept, over, with nothing unsent and nothing refused. */
export const spareTickets = ({ summaries, known, waiting, refused }: DeviceIndex): TicketId[] => {
  const needed = new Set([...refused.values()].map(({ ticket }) => ticket));
  return [...known.keys()].filter((id) => {
    const row = summaries.get(id);
    return row !== undefined && !belongsOnDevice(row.summary) && !waiting.has(id) && !needed.has(id);
  });
};

/** `isLookedAt` is asked once more within the transaction. Resolves with how many went. */
export const freeSpace = async (
  { index, change }: Pick<Ledger, "index" | "change">,
  isLookedAt: (id: TicketId) => boolean,
): Promise<number> => {
  const spare = spareTickets(index).filter((id) => !isLookedAt(id));
  const freed = await change(spare, (id, stored) =>
    stored.rows.length > 0 || isLookedAt(id)
      ? null
      : { writes: { document: null }, known: null, effect: "refresh", missing: [] },
  );
  return freed.size;
};
