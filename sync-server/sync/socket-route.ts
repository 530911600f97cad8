/** `/sync/<ticketId>`: the WebSocket endpoint. */
import { upgradeWebSocket } from "@hono/node-server";
import type { Context, Hono } from "hono";
import * as v from "valibot";
import type { WebSocket } from "ws";
import type { Directory } from "../../shared/access/directory.ts";
import { type TicketId, TicketIdSchema } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { limits } from "../limits.ts";
import type { Caller, CallerPort } from "./caller.ts";
import type { Clock } from "./clock.ts";
import { type Connection, type ConnectionDeps, type ConnectionOptions, openConnection } from "./connection.ts";
import type { OpenSession, OpenSessions } from "./open-sessions.ts";
import { createPresence, type Presence } from "./presence.ts";
import { createSocketLink, watchSocket } from "./socket-link.ts";
import { within } from "./within.ts";

export interface SocketRouteDeps extends Omit<ConnectionDeps, "presence"> {
  callers: CallerPort;
  sessions: OpenSessions;
  directory: () => Directory;
  clock: Clock;
}

export interface SocketRoute {
  /** What the socket that reads slowest has been sent and not read yet. */
  mostUnreadBytes(): number;
}

export const registerSocketRoute = (app: Hono, deps: SocketRouteDeps): SocketRoute => {
  const presences = createPresences();
  const attached = new Set<WebSocket>();

  app.use("/sync/:ticketId", async (context, next) => {
    const origin = context.req.header("origin");
    const byToken =
      (context.req.query("token") ?? "") !== "" || context.req.header("authorization")?.startsWith("Bearer") === true;
    // A page elsewhere may not ride on this browser's cookie (T5); programs bring a token and no origin.
    const allowed = origin === undefined ? byToken : deps.callers.isOwnOrigin(context, origin);
    if (!allowed) return context.json({ error: { code: "foreign_origin", message: "Not from this origin." } }, 403);
    return next();
  });

  app.get(
    "/sync/:ticketId",
    upgradeWebSocket(async (context) => {
      const asked = deps.callers.authenticate(context, { allowQueryToken: true });
      const caller = await within(limits.authMs, asked, deps.clock).catch(() => "unavailable" as const);
      const id = v.safeParse(TicketIdSchema, context.req.param("ticketId"));
      const options = readOptions(context);
      const isSignedIn = caller !== null && caller !== "unavailable";
      if (isSignedIn && id.success && options !== null && !deps.sessions.isFull(caller)) lookAhead(id.output);
      let closed = () => {};
      return {
        onOpen: (_event, context) => {
          const socket = context.raw as WebSocket;
          // A refused upgrade is retried by y-websocket for ever; a final close code is understood.
          if (caller === "unavailable") return socket.close(closeCodes.tryLater, "storage");
          if (caller === null) return socket.close(closeCodes.sessionEnded, "signed out");
          if (!id.success || options === null) return socket.close(closeCodes.malformed, "address");
          closed = attach(socket, caller, id.output, options);
        },
        onClose: () => closed(),
        onError: () => closed(),
      };
    }),
  );

  /**
   * The ticket is looked up while the handshake travels; whether they may read it is asked when the socket is there. The
   * connection looks again, and tells what goes wrong.
   */
  const lookAhead = (id: TicketId): void => {
    deps.core
      .room(id)
      .open()
      .catch(() => {});
  };

  /** The answer is to be called when the socket is gone. */
  const attach = (socket: WebSocket, caller: Caller, id: TicketId, options: ConnectionOptions): (() => void) => {
    const session: OpenSession = { ...caller, end: () => socket.close(closeCodes.sessionEnded, "session ended") };
    if (!deps.sessions.add(session)) {
      socket.close(closeCodes.tooMany, "too many sockets");
      return () => {};
    }
    watchSocket(socket, deps.clock);
    attached.add(socket);
    const presence = presences.enter(id);
    const person = deps.directory().people.get(caller.userId);
    const user = { id: caller.userId, name: person?.username ?? "" };
    const connection: Connection = openConnection(user, id, createSocketLink(socket), options, { ...deps, presence });
    // Not by the framework's events: making one for every keystroke costs as much as reading it.
    socket.on("message", (data: Buffer, isBinary: boolean) => {
      if (socket.readyState !== socket.OPEN) return;
      if (!isBinary) return socket.close(closeCodes.textFrame, "binary only");
      // A copy: as it came it is a piece of a larger buffer, which would stay as long as the frame does.
      connection.receive(new Uint8Array(data));
    });
    let isThere = true;
    return () => {
      // A socket that fails is told of twice: its error, then its close.
      if (!isThere) return;
      isThere = false;
      attached.delete(socket);
      deps.sessions.remove(session);
      connection.closed();
      presences.leave(id);
    };
  };

  return {
    mostUnreadBytes: () => Math.max(0, ...[...attached].map(({ bufferedAmount }) => bufferedAmount)),
  };
};

/** Null when the numbers are not numbers. */
const readOptions = (context: Context): ConnectionOptions | null => {
  const protocol = context.req.query("protocol");
  const since = context.req.query("since") ?? "0";
  if (!/^\d{1,15}$/.test(since) || (protocol !== undefined && !/^\d{1,4}$/.test(protocol))) return null;
  return {
    protocol: protocol === undefined ? null : Number(protocol),
    since: Number(since),
    epoch: context.req.query("epoch") ?? "",
  };
};

/** One presence a ticket, for as long as somebody is there. */
const createPresences = () => {
  const entered = new Map<TicketId, { presence: Presence; count: number }>();
  return {
    enter: (id: TicketId): Presence => {
      const room = entered.get(id) ?? { presence: createPresence(), count: 0 };
      room.count++;
      entered.set(id, room);
      return room.presence;
    },
    leave: (id: TicketId): void => {
      const room = entered.get(id);
      if (room !== undefined && --room.count === 0) entered.delete(id);
    },
  };
};
