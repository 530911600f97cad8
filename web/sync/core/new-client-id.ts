import { serverClientId } from "../../../shared/document/layout.ts";
import type { RandomBytes } from "../../../shared/ids.ts";

/** A Yjs client id nobody has: 32 random bits, never the server's. */
export const newClientId = (random: RandomBytes): number => {
  const [a = 0, b = 0, c = 0, d = 0] = random(4);
  const client = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  return client <= serverClientId ? client + serverClientId + 1 : client;
};
