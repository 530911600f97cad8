/**
 * Sends what waits on this device while no window is open. Nothing is taken out of the outbox here: the app sends it once
 * more at its next start and works the answers in; the server takes the same change only once.
 */
import type { UserId } from "../../../shared/ids.ts";
import type { BulkRequest } from "../../../shared/protocol/bulk.ts";
import type { BulkTransport } from "../core/ports.ts";
import { createFetchBulk } from "./fetch-bulk.ts";
import { outboxRequests } from "./outbox-requests.ts";
import { readOutbox } from "./read-outbox.ts";
import { createTabLocks } from "./tab-locks.ts";

/**
 * Rejects when the server cannot be reached, so that the browser tries again. Who is signed in decides whose outbox is
 * sent: nobody's changes travel in another's session.
 */
export const sendOutbox = async (): Promise<void> => {
  const me = await whoIsSignedIn();
  if (me === null) return;
  const release = await createTabLocks(me).acquire("bulk");
  try {
    const outbox = await readOutbox(me);
    const bulk = createFetchBulk(me);
    for (const request of outbox === null ? [] : outboxRequests(outbox)) await send(bulk, request);
  } finally {
    release();
  }
};

const whoIsSignedIn = async (): Promise<UserId | null> => {
  const answer = await fetch("/api/auth/me/");
  // Work waits until its author has signed in again.
  if (answer.status === 401) return null;
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  const { id } = (await answer.json()) as { id?: unknown };
  return typeof id === "string" ? (id as UserId) : null;
};

/** The next request may hold what was written on top of this one, so it waits until all of this one was handled. */
const send = async (bulk: BulkTransport, request: BulkRequest): Promise<void> => {
  const outcome = await bulk.send(request);
  if (outcome.kind !== "answered") throw new Error(`the server could not be asked: ${outcome.kind}`);
  const left = outcome.answer.tickets.filter(({ status }) => status === "later").length;
  if (left > 0) throw new Error(`${left} tickets have to wait`);
};
