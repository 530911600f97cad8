/** `GET /api/feed`: server-sent events; the event id is the change cursor. */
import type { Context, Hono } from "hono";
import type { FeedEvent } from "../../shared/protocol/feed.ts";
import { limits } from "../limits.ts";
import type { CallerPort } from "./caller.ts";
import type { Clock } from "./clock.ts";
import type { Feed } from "./feed.ts";
import type { OpenSession, OpenSessions } from "./open-sessions.ts";

export interface FeedRouteDeps {
  feed: Feed;
  callers: CallerPort;
  sessions: OpenSessions;
  clock: Clock;
}

export const registerFeedRoute = (app: Hono, deps: FeedRouteDeps): void => {
  app.get("/api/feed", (context) => serveFeed(context, deps));
  app.get("/api/feed/", (context) => serveFeed(context, deps));
};

const serveFeed = async (context: Context, deps: FeedRouteDeps): Promise<Response> => {
  const caller = await deps.callers.authenticate(context);
  if (caller === null) return context.json({ error: { code: "signed_out", message: "Sign in first." } }, 401);
  const cursor = context.req.header("last-event-id") ?? context.req.query("cursor") ?? "";
  const stream = createEventStream();
  const session: OpenSession = { ...caller, end: stream.close };
  if (!deps.sessions.add(session))
    return context.json({ error: { code: "too_many", message: "Too many feeds." } }, 429);
  const disconnect = deps.feed.connect(caller.userId, cursor, stream);
  const beat = () =>
    deps.clock.setTimer(limits.feedPingMs, () => {
      if (stream.comment()) cancelBeat = beat();
    });
  let cancelBeat = beat();
  stream.onClose(() => {
    cancelBeat();
    disconnect();
    deps.sessions.remove(session);
  });
  return new Response(stream.body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
};

/** A stream of server-sent events that knows how much of it has not been read yet. */
const createEventStream = () => {
  const encoder = new TextEncoder();
  let open = true;
  let whenClosed = () => {};
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const finish = () => {
    if (!open) return;
    open = false;
    whenClosed();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (started) => {
        controller = started;
      },
      cancel: finish,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  );
  const write = (text: string): boolean => {
    if (open) controller?.enqueue(encoder.encode(text));
    return open;
  };
  return {
    body,
    send: (event: FeedEvent, cursor: string) => {
      const id = cursor === "" ? "" : `id: ${cursor}\n`;
      write(`${id}data: ${JSON.stringify(event)}\n\n`);
    },
    comment: () => write(":\n\n"),
    close: () => {
      if (!open) return;
      finish();
      controller?.close();
    },
    bufferedBytes: () => -(controller?.desiredSize ?? 0),
    onClose: (callback: () => void) => {
      whenClosed = callback;
    },
  };
};
