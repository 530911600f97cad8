import { once } from "node:events";
import { connect } from "node:net";
import { until } from "./hostile-client.ts";
import type { Target } from "./target.ts";

/** Bytes over TCP, as no client library would send them. */
export interface RawSocket {
  send(bytes: string | Uint8Array): void;
  /** What has come back. */
  answer(): string;
  status(): Promise<number>;
  /** TCP's reset: no goodbye. */
  reset(): void;
  /** Rejects when the server has not ended it within so long; else how long that took. */
  ended(withinMs: number): Promise<number>;
}

export const connectRaw = async (target: Pick<Target, "origin">): Promise<RawSocket> => {
  const { hostname, port } = new URL(target.origin);
  // It does not hang up by itself when the server does.
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  const startedAt = performance.now();
  let answer = "";
  let isEnded = false;
  socket.on("data", (chunk) => {
    answer += chunk.toString("latin1");
  });
  for (const event of ["end", "close", "error"])
    socket.on(event, () => {
      isEnded = true;
    });
  await once(socket, "connect");
  return {
    send: (bytes) => void socket.write(bytes),
    answer: () => answer,
    status: async () => {
      await until(() => answer.includes("\r\n\r\n") || isEnded, 10_000, "no answer");
      return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
    },
    reset: () => void socket.resetAndDestroy(),
    ended: async (withinMs) => {
      await until(() => isEnded, withinMs, "still open");
      socket.destroy();
      return performance.now() - startedAt;
    },
  };
};

/** A request to upgrade, with what is given in place of what an honest one says; null leaves a header out. */
export const upgradeRequest = (path: string, headers: Record<string, string | null> = {}): string => {
  const all: Record<string, string | null> = {
    Host: "localhost",
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version": "13",
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return [`GET ${path} HTTP/1.1`, ...lines, "", ""].join("\r\n");
};
