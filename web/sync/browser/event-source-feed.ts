/** The feed over server-sent events: `GET /api/feed?cursor=…`; each event's id is the cursor behind it. */

import type { RandomBytes, UserId } from "../../../shared/ids.ts";
import type { FeedEvent } from "../../../shared/protocol/feed.ts";
import { backoffMs } from "../core/backoff.ts";
import type { FeedEvents, FeedPort } from "../core/ports.ts";

/** EventSource's own reconnect gives up on an HTTP error and never tells why, so this one makes each connection itself. */
export const createEventSourceFeed = (me: UserId, random: RandomBytes): FeedPort => ({
  connect: (cursor, events) => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let attempt = 0;
    let intake = Promise.resolve();

    const open = () => {
      clearTimeout(timer);
      timer = undefined;
      source?.close();
      const mine = new EventSource(`/api/feed?cursor=${encodeURIComponent(cursor())}&signed_in_as=${me}`);
      source = mine;
      mine.onmessage = (message: MessageEvent<string>) => {
        attempt = 0;
        const event = JSON.parse(message.data) as FeedEvent;
        intake = intake.then(() => (source === mine ? events.event(event, message.lastEventId) : undefined));
      };
      mine.onerror = () => {
        if (source !== mine) return;
        source = null;
        mine.close();
        timer = setTimeout(open, backoffMs(attempt++, random));
        void explain(me, events);
      };
    };
    open();
    // A hint only: the new connection finds out, long before the old one would.
    window.addEventListener("offline", open);

    return {
      restart: open,
      wake: () => {
        if (source === null) open();
      },
      stop: () => {
        window.removeEventListener("offline", open);
        clearTimeout(timer);
        source?.close();
        source = null;
      },
    };
  },
});

/** An EventSource does not say whether the network or the session is gone. */
const explain = async (me: UserId, events: FeedEvents): Promise<void> => {
  const response = await fetch("/api/auth/me/", { headers: { "x-signed-in-as": me } }).catch(() => null);
  if (response?.status === 401) events.signedOut();
  else if (response === null || !response.ok) events.lost();
};
