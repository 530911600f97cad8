/** What the engine asks of the world around it. */

import type * as Y from "yjs";
import type { TicketId } from "../../../shared/ids.ts";
import type { BulkAnswer, BulkRequest } from "../../../shared/protocol/bulk.ts";
import type { FeedEvent } from "../../../shared/protocol/feed.ts";
import type { Acked, Entry, Push, Refused, Welcome } from "../../../shared/protocol/messages.ts";
import type { EntryRepairs } from "../../../shared/protocol/repair.ts";

export interface DeviceClock {
  /** Milliseconds since 1970, as this device sees it. */
  now(): number;
  /** Calls back once after `ms`; the answer cancels it. */
  setTimer(ms: number, callback: () => void): () => void;
}

export type BulkOutcome =
  | { kind: "answered"; answer: BulkAnswer }
  /** No answer: no network, or a server that cannot now. */
  | { kind: "unreachable" }
  /** The session has ended. */
  | { kind: "signedOut" }
  /** The request as a whole is more than the server takes. */
  | { kind: "tooLarge" };

export interface BulkTransport {
  /** Never rejects. */
  send(request: BulkRequest): Promise<BulkOutcome>;
}

export interface LinkEvents {
  welcome(message: Welcome): void;
  /** The answer to the device's own sync step 1: brings the document at least to the welcome's `seq`. */
  synced(update: Uint8Array): void;
  acked(message: Acked): void;
  refused(message: Refused): void;
  /** Something in an entry of this person was put back; that entry comes next. */
  repaired(message: EntryRepairs): void;
  entry(message: Entry): void;
  /** The connection is gone. `code` is the server's close code, null where there was none. */
  closed(code: number | null): void;
}

/** A connection for one ticket that keeps itself up until it is closed or the server ends it for good (4400–4499). */
export interface LiveLink {
  push(message: Push): void;
  /** Drops the connection and makes a new one, continuing after `since`. */
  reconnect(): void;
  close(): void;
}

export interface LinkPort {
  /** `since` and `epoch` are asked at each connect. */
  connect(id: TicketId, doc: Y.Doc, at: () => { since: number; epoch: string }, events: LinkEvents): LiveLink;
}

export interface FeedEvents {
  /** Events one after the other: the next is given when the promise is settled. */
  event(event: FeedEvent, cursor: string): Promise<void>;
  lost(): void;
  signedOut(): void;
}

/** Keeps itself connected; `cursor` is asked at each connect. */
export interface FeedPort {
  connect(
    cursor: () => string,
    events: FeedEvents,
  ): {
    /** From `cursor()` on anew, even if connected. */
    restart(): void;
    /** Tries at once where it waits for another attempt. */
    wake(): void;
    stop(): void;
  };
}

/** Exclusive rights among the tabs of one person on this device. */
export interface TabLocks {
  /** Resolves once the right is this tab's; call the answer to give it up. A closed tab gives up its rights. */
  acquire(name: string): Promise<() => void>;
}

/** What one tab tells the others after it wrote to the store. */
export type TabNotice =
  /** `rebuilt`: those of `ids` from which local changes were thrown out. */
  { kind: "tickets"; ids: TicketId[]; rebuilt: TicketId[] } | { kind: "refused" } | { kind: "meta" };

export interface TabChannel {
  post(notice: TabNotice): void;
  listen(listener: (notice: TabNotice) => void): () => void;
}
