/** The inside of a server under measurement: says where it listens and answers what it has used so far. */
import type { AddressInfo, Server } from "node:net";

export interface Usage {
  cpuMicros: number;
  rss: number;
  /** Heap and what hangs on it outside, after a garbage collection. */
  heap: number;
}

export type ControlAnswer = { ready: number } | { usage: Usage } | { facts: Record<string, number> };

/** `facts` answers questions only some servers understand (a proxy's byte counts). */
export const serveControl = (server: Server, facts: () => Record<string, number> = () => ({})): void => {
  const tell = (answer: ControlAnswer) => process.send?.(answer);
  process.on("message", (question) => {
    if (question === "usage") tell({ usage: readUsage(false) });
    if (question === "memory") tell({ usage: readUsage(true) });
    if (question === "facts") tell({ facts: facts() });
    // An ordinary exit, so that a profile is written.
    if (question === "end") process.exit(0);
  });
  // The load generator is gone, whatever became of it.
  process.on("disconnect", () => process.exit(1));
  const ready = () => tell({ ready: (server.address() as AddressInfo).port });
  if (server.listening) ready();
  else server.once("listening", ready);
};

const readUsage = (collect: boolean): Usage => {
  if (collect) for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { cpuMicros: user + system, rss, heap: heapUsed + external };
};
