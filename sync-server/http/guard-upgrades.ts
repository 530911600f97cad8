import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { ServerType } from "@hono/node-server";
import type { WebSocketServer } from "ws";
import { limits } from "../limits.ts";

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Node hands a request with an `Upgrade` header over as a bare socket, without its timeouts and without anybody who would
 * hear of its errors: a reset of one that nobody answers would end the process (T6).
 */
export const guardUpgrades = (server: ServerType, sockets: WebSocketServer): void => {
  const toWebSocket = server.listeners("upgrade") as Upgrade[];
  const open = new WeakMap<IncomingMessage, NodeJS.Timeout>();
  sockets.on("connection", (_socket, request) => clearTimeout(open.get(request)));

  // The adapter answers what it refuses only while its listener is the only one, so ours stands before it.
  server.removeAllListeners("upgrade");
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const timer = setTimeout(() => socket.destroy(), limits.handshakeMs);
    socket.once("close", () => clearTimeout(timer));
    open.set(request, timer);
    if (request.headers.upgrade?.toLowerCase() !== "websocket") return void socket.end(badRequest);
    for (const upgrade of toWebSocket) upgrade.call(server, request, socket, head);
  });
};

const badRequest = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
