import type { TicketId } from "../../../shared/ids.ts";
import type { DeviceIndex } from "./device-index.ts";

/**
 * Which tickets the next bulk request should be about, in order: asked for by name, with local changes waiting, then those
 * whose server state the device lacks. `isExcluded`: another way looks after it, or its turn comes later.
 */
export const ticketsToSync = (
  index: DeviceIndex,
  asked: Iterable<TicketId>,
  isExcluded: (id: TicketId) => boolean,
  max: number,
): TicketId[] => {
  const chosen = new Set<TicketId>(asked);
  const add = (ids: Iterable<TicketId>) => {
    for (const id of ids) {
      if (chosen.size >= max) return;
      if (!isExcluded(id)) chosen.add(id);
    }
  };
  add(index.waiting.keys());
  add(staleTickets(index));
  return [...chosen].slice(0, max);
};

/** Tickets that should be on the device as the server has them now, and are not. */
export function* staleTickets({ summaries, known }: DeviceIndex): Generator<TicketId> {
  for (const [id, { seq, summary }] of summaries) {
    const has = known.get(id);
    if (has === undefined ? belongsOnDevice(summary) : has < seq) yield id;
  }
}

/** Open tickets are kept on the device unasked; others come when they are opened, and stay. */
export const belongsOnDevice = ({
  state,
}: {
  state: { status: string; confirmedAt: unknown; trashed: unknown };
}): boolean => state.trashed === null && state.status !== "completed";
