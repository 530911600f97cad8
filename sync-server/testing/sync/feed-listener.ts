import type { TicketId, UserId } from "../../../shared/ids.ts";
import type { FeedEvent } from "../../../shared/protocol/feed.ts";
import type { Feed } from "../../sync/feed.ts";
import { settle } from "./fake-clock.ts";

export interface FeedListener {
  events: FeedEvent[];
  /** Where it would continue. */
  cursor: string;
  isClosed: boolean;
  buffered: number;
  /** What its device would hold. */
  held(): Set<TicketId>;
  of<Type extends FeedEvent["type"]>(type: Type): Extract<FeedEvent, { type: Type }>[];
  disconnect(): void;
}
export const listenToFeed = async (feed: Feed, userId: UserId, cursor: string): Promise<FeedListener> => {
  const listener: FeedListener = {
    events: [],
    cursor,
    isClosed: false,
    buffered: 0,
    held: () => {
      const held = new Set<TicketId>();
      for (const event of listener.events) {
        if (event.type === "summaries") for (const { summary } of event.rows) held.add(summary.id);
        if (event.type === "gone") for (const id of event.ids) held.delete(id);
      }
      return held;
    },
    of: <Type extends FeedEvent["type"]>(type: Type) =>
      listener.events.filter((event): event is Extract<FeedEvent, { type: Type }> => event.type === type),
    disconnect: () => {},
  };
  listener.disconnect = feed.connect(userId, cursor, {
    send: (event, told) => {
      listener.events.push(event);
      if (told !== "") listener.cursor = told;
    },
    close: () => {
      listener.isClosed = true;
    },
    bufferedBytes: () => listener.buffered,
  });
  await settle();
  return listener;
};
