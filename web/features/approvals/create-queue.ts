import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import type { TicketId } from "../../../shared/ids.ts";
import { useDevice } from "../../parts/session-context.ts";
import {
  awaitingApproval,
  neighbour,
  placeIn,
  putOff,
  type QueuePlace,
  withArrived,
} from "../../presentation/approval-queue.ts";
import type { ListedTicket } from "../../sync/device.ts";

/** One sitting at the queue: what waits, which one is on the table, how far one is. */
export interface Queue {
  waiting: Accessor<ListedTicket[]>;
  /** In the order of this sitting. */
  inOrder: Accessor<ListedTicket[]>;
  order: Accessor<readonly TicketId[]>;
  current: Accessor<ListedTicket | null>;
  place: Accessor<QueuePlace>;
  choose(id: TicketId): void;
  next(): void;
  previous(): void;
  /** To the end of this sitting. */
  later(): void;
}

export const createQueue = (): Queue => {
  const device = useDevice();
  const waiting = createMemo(() => awaitingApproval(device.tickets(), device.me(), device.directory()));
  const byId = createMemo(() => new Map(waiting().map((listed) => [listed.summary.id, listed])));
  const ids = createMemo(() => new Set(byId().keys()));
  const [order, setOrder] = createSignal<readonly TicketId[]>([]);
  const [chosen, setChosen] = createSignal<TicketId | null>(null);
  createEffect(
    on(waiting, (all) =>
      setOrder((before) =>
        withArrived(
          before,
          all.map(({ summary }) => summary.id),
        ),
      ),
    ),
  );

  /** What was chosen; once that is decided, what comes after it. */
  const currentId = createMemo<TicketId | null>(() => {
    const id = chosen();
    return id !== null && ids().has(id) ? id : neighbour(order(), ids(), id, 1);
  });
  const step = (by: 1 | -1) => {
    const id = neighbour(order(), ids(), currentId(), by);
    if (id !== null) setChosen(id);
  };
  // The one on the table stays the chosen one, so that what follows it is known when it is decided.
  createEffect(on(currentId, (id) => id !== null && setChosen(id)));

  return {
    waiting,
    inOrder: () => order().flatMap((id) => byId().get(id) ?? []),
    order,
    current: createMemo(() => byId().get(currentId() ?? ("" as TicketId)) ?? null),
    place: () => placeIn(order(), ids()),
    choose: setChosen,
    next: () => step(1),
    previous: () => step(-1),
    later: () => {
      const id = currentId();
      if (id === null) return;
      const following = neighbour(order(), ids(), id, 1);
      setOrder((before) => putOff(before, id));
      if (following !== null) setChosen(following);
    },
  };
};
