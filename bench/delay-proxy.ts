/**
 * A far-away server on loopback: TARGET_PORT seen through a round trip of ROUND_TRIP_MS. Opening a connection costs one
 * round trip, as TCP's handshake does. Counts the bytes of both directions.
 */
import { connect, createServer, type Socket } from "node:net";
import { serveControl } from "./serve-control.ts";

const port = Number(process.env.TARGET_PORT);
const roundTripMs = Number(process.env.ROUND_TRIP_MS);
const counts = { up: 0, down: 0, connections: 0 };

const server = createServer({ noDelay: true }, (client) => {
  counts.connections++;
  const target = connect({ port, host: "127.0.0.1", noDelay: true });
  const openedAt = performance.now() + roundTripMs;
  pass(client, target, openedAt, (bytes) => {
    counts.up += bytes;
  });
  pass(target, client, 0, (bytes) => {
    counts.down += bytes;
  });
});

/** Everything that arrives leaves half a round trip later, in order; nothing before `notBefore` counts as arrived. */
const pass = (from: Socket, to: Socket, notBefore: number, count: (bytes: number) => void): void => {
  const later = (work: () => void) => {
    const wait = Math.max(notBefore - performance.now(), 0) + roundTripMs / 2;
    if (wait === 0) work();
    else setTimeout(work, wait);
  };
  from.on("data", (chunk) => {
    count(chunk.length);
    later(() => to.write(chunk));
  });
  from.on("end", () => later(() => to.end()));
  from.on("error", () => to.destroy());
};

server.listen(0, "127.0.0.1");
serveControl(server, () => counts);
