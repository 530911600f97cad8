/** Bulk sync over HTTP: `POST /api/sync`, compressed where that pays. */
import type { UserId } from "../../../shared/ids.ts";
import { decodeBulkAnswer, encodeBulkRequest } from "../../../shared/protocol/bulk.ts";
import type { BulkOutcome, BulkTransport } from "../core/ports.ts";

const answerWithinMs = 60_000;
const compressFromBytes = 1024;

/** In nobody's session but this person's. */
export const createFetchBulk = (me: UserId): BulkTransport => ({
  send: async (request) => {
    try {
      return await read(await post(encodeBulkRequest(request), me));
    } catch {
      // No network, no answer in time, or an answer that is none: all the same to the outbox.
      return { kind: "unreachable" };
    }
  },
});

const post = async (bytes: Uint8Array, me: UserId): Promise<Response> => {
  const isWorthIt = bytes.byteLength > compressFromBytes && typeof CompressionStream === "function";
  return fetch("/api/sync", {
    method: "POST",
    headers: {
      "content-type": "application/octet-stream",
      "x-signed-in-as": me,
      ...(isWorthIt ? { "content-encoding": "gzip" } : {}),
    },
    body: isWorthIt ? await gzip(bytes) : toBody(bytes),
    signal: AbortSignal.timeout(answerWithinMs),
  });
};

const gzip = (bytes: Uint8Array): Promise<ArrayBuffer> =>
  new Response(new Blob([toBody(bytes)]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();

const toBody = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

const lookForUpdate = async () => {
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.update();
};

const read = async (response: Response): Promise<BulkOutcome> => {
  if (response.status === 401) return { kind: "signedOut" };
  if (response.status === 413) return { kind: "tooLarge" };
  // A server that does not understand this version of the app: there is a newer one to offer.
  if (response.status === 400) await lookForUpdate();
  if (!response.ok) return { kind: "unreachable" };
  return { kind: "answered", answer: decodeBulkAnswer(new Uint8Array(await response.arrayBuffer())) };
};
