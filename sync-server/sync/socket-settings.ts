import { limits } from "../limits.ts";

/** Who does not answer a close, or does not read that far, is gone after this. Its published types do not know it yet. */
const closing = { closeTimeout: limits.handshakeMs };

/** Of the `ws` server behind `/sync/`. */
export const socketSettings = {
  noServer: true,
  maxPayload: limits.frameBytes,
  ...closing,
  // Keystrokes go as they are; only first downloads are worth a compressor, and none is kept for a socket.
  perMessageDeflate: { threshold: 1024, serverNoContextTakeover: true, clientNoContextTakeover: true },
};
