/** The floor: passes every message on to everyone in the room, understands none of it, keeps nothing. */
import { createServer } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { serveControl } from "../serve-control.ts";

const rooms = new Map<string, Set<WebSocket>>();
const server = createServer();
const sockets = new WebSocketServer({ server, maxPayload: 1 << 20 });

sockets.on("connection", (socket, request) => {
  const name = (request.url ?? "").split("?")[0] ?? "";
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on("message", (message: Buffer) => {
    for (const other of room) if (other.readyState === other.OPEN) other.send(message);
  });
  socket.on("close", () => {
    room.delete(socket);
    if (room.size === 0) rooms.delete(name);
  });
});

server.listen(0, "127.0.0.1");
serveControl(server);
