import { limits } from "../limits.ts";

/** Who does not answer a close, or does not read that far, is gone after this. Its published types do not know it yet. */
const closing = { closeTimeout: limits.handshakeMs };

/** Of the `ws` server behind `/sync/`. */
export const socketSettings = {
  noServer: true,
  maxPayload: limits.frameBytes,
  ...closing,
  // A compressor costs a socket 240 kB and more time than a ticket's few kilobytes on the way: decisions/0009.
  perMessageDeflate: false,
};
