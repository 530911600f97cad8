/**
 * A planted bug: wraps a part of the real thing so that it does what it must not, to prove that the simulation would see
 * it. Plants live here only; the code under test has no switch for them.
 */

import type { Directory } from "../shared/access/directory.ts";
import type { TicketId, UserId } from "../shared/ids.ts";
import type { FeedStore } from "../sync-server/sync/feed-store.ts";
import type { SyncCore } from "../sync-server/sync/sync-core.ts";
import type { TicketStore } from "../sync-server/sync/ticket-store.ts";
import type { DeviceStore } from "../web/sync/core/device-store.ts";
import type { BulkTransport, LinkPort } from "../web/sync/core/ports.ts";
import type { Database } from "./database.ts";
import type { World } from "./world.ts";

export interface Plant {
  name: string;
  /** What is wrong, for people. */
  wrong: string;
  ticketStore?(store: TicketStore, database: Database, world: World): TicketStore;
  feedStore?(store: FeedStore): FeedStore;
  core?(core: SyncCore, database: Database): SyncCore;
  /** The directory a server node judges by. */
  directory?(now: Directory): Directory;
  /** What a server node takes for the time it judges at, milliseconds since 1970. */
  judgedAt?(now: number, world: World): number;
  /** A frame on its way to a client; what comes back is sent instead, null for nothing. */
  frame?(frame: Uint8Array, to: { userId: UserId; ticketId: TicketId }, database: Database): Uint8Array | null;
  /** A frame from a client as it comes in; `tell` sends to everybody else who has the ticket open. */
  received?(frame: Uint8Array, ticketId: TicketId, tell: (frame: Uint8Array) => void): void;
  deviceStore?(store: DeviceStore, world: World): DeviceStore;
  bulk?(bulk: BulkTransport, world: World): BulkTransport;
  links?(links: LinkPort, world: World): LinkPort;
}
