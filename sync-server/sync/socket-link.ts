import type { WebSocket } from "ws";
import { limits } from "../limits.ts";
import type { Clock } from "./clock.ts";
import type { Link } from "./connection.ts";

/** A WebSocket as a link. */
export const createSocketLink = (socket: WebSocket): Link => ({
  send: (frame) => {
    if (socket.readyState === socket.OPEN) socket.send(frame, { binary: true });
  },
  close: (code, reason) => socket.close(code, reason),
  bufferedBytes: () => socket.bufferedAmount,
});

/** Ends a socket whose other end has gone silent: two pings without an answer. */
export const watchSocket = (socket: WebSocket, clock: Clock): void => {
  let unanswered = 0;
  socket.on("pong", () => {
    unanswered = 0;
  });
  const ping = () => {
    clock.setTimer(limits.pingMs, () => {
      if (socket.readyState !== socket.OPEN) return;
      if (unanswered >= 2) return socket.terminate();
      unanswered++;
      socket.ping();
      ping();
    });
  };
  ping();
};
