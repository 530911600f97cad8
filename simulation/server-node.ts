/** One server process: the real sync core, sockets, bulk sync and feed, without HTTP. It can die at any moment. */
import type { TicketId, UserId } from "../shared/ids.ts";
import { decodeBulkRequest, encodeBulkAnswer } from "../shared/protocol/bulk.ts";
import type { FeedEvent } from "../shared/protocol/feed.ts";
import { handleBulk } from "../sync-server/sync/bulk.ts";
import type { Clock } from "../sync-server/sync/clock.ts";
import { type Connection, type ConnectionOptions, openConnection } from "../sync-server/sync/connection.ts";
import { createFeed, type Feed } from "../sync-server/sync/feed.ts";
import { createPresence, type Presence } from "../sync-server/sync/presence.ts";
import { createSyncCore, type SyncCore } from "../sync-server/sync/sync-core.ts";
import type { TicketStore } from "../sync-server/sync/ticket-store.ts";
import { type Database, storageFailure } from "./database.ts";
import type { PipeEars, PipeEnd } from "./pipe.ts";
import type { SimWitness } from "./witness.ts";
import type { World } from "./world.ts";

export interface ServerNode {
  name: string;
  isUp(): boolean;
  start(): void;
  /** Everything in memory is gone; nothing is said to anybody. */
  crash(): void;
  /** A socket that has reached this node; the answer hears it. */
  socket(userId: UserId, id: TicketId, options: ConnectionOptions, client: PipeEnd<Uint8Array>): PipeEars<Uint8Array>;
  /** Null: the request is answered by an error, which a device takes for no answer. */
  bulk(userId: UserId, request: Uint8Array): Promise<Uint8Array | null | "signedOut">;
  feed(userId: UserId, cursor: string, client: PipeEnd<FeedFrame>): PipeEars<never>;
  hinted(id: TicketId, seq: number): void;
}
export interface FeedFrame {
  event: FeedEvent;
  cursor: string;
}

/** What is in memory between a start and a crash. */
interface Process {
  core: SyncCore;
  store: TicketStore;
  feed: Feed;
  presences: Map<TicketId, Presence>;
  clock: Clock;
  clients: Map<PipeEnd<Uint8Array>, TicketId>;
}

export interface ServerNodeDeps {
  world: World;
  database: Database;
  witness: SimWitness;
  /** Called when the node dies, to cut its lines. */
  died(): void;
  hintOthers(id: TicketId, seq: number): void;
}

export const createServerNode = (name: string, deps: ServerNodeDeps): ServerNode => {
  const { world, database, witness } = deps;
  const { plant } = world;
  const random = world.random.fork();
  let process: Process | null = null;
  let starts = 0;

  const judgedBy = () => {
    const now = world.directories.now();
    return plant?.directory?.(now) ?? now;
  };

  const start = () => {
    if (process !== null) return;
    const mine = ++starts;
    const isMine = () => process !== null && starts === mine;
    const clock: Clock = {
      now: () => world.schedule.now(),
      setTimer: (ms, callback) => world.schedule.after(ms, () => (isMine() ? callback() : undefined)),
    };
    const plain = database.connect({ name, isUp: isMine, crash: node.crash });
    const store = plant?.ticketStore?.(plain.tickets, database, world) ?? plain.tickets;
    const feedStore = plant?.feedStore?.(plain.feed) ?? plain.feed;
    const real = createSyncCore({
      store,
      directory: judgedBy,
      clock: { ...clock, now: () => plant?.judgedAt?.(clock.now(), world) ?? clock.now() },
      random: random.bytes,
      hint: (id, seq) => {
        process?.feed.nudge();
        deps.hintOthers(id, seq);
      },
      log: {
        warn: () => {},
        error: (facts, message) => {
          const said = describe(facts);
          if (!said.includes(storageFailure)) world.violated("I2", `${name} logs an error: ${message} ${said}`);
        },
      },
    });
    const core = plant?.core?.(real, database) ?? real;
    const feed = createFeed({
      store: feedStore,
      epoch: store.epoch,
      directory: judgedBy,
      clock,
      log: { warn: () => {} },
    });
    process = { core, store, feed, presences: new Map(), clock, clients: new Map() };
    world.trace(`${name} starts`);
  };

  world.directories.listen(() => {
    process?.core.directoryChanged();
    process?.feed.directoryChanged();
  });

  const deaf: PipeEars<never> = { message: () => {}, closed: () => {} };

  const node: ServerNode = {
    name,
    isUp: () => process !== null,
    start,
    crash: () => {
      if (process === null) return;
      world.count("server crashes");
      process = null;
      deps.died();
    },
    hinted: (id, seq) => {
      process?.core.hinted(id, seq);
      process?.feed.nudge();
    },
    socket: (userId, id, options, client) => {
      if (process === null) {
        client.close(null);
        return deaf;
      }
      const { core, store, presences, clock, clients } = process;
      const presence = presences.get(id) ?? createPresence();
      presences.set(id, presence);
      clients.set(client, id);
      const send = (frame: Uint8Array) => {
        const sent = plant?.frame === undefined ? frame : plant.frame(frame, { userId, ticketId: id }, database);
        if (sent === null) return;
        witness.frameSent(userId, id, sent);
        client.send(sent);
      };
      const link = { send, close: (code: number) => client.close(code), bufferedBytes: () => 0 };
      const user = { id: userId, name: userId };
      const mine = starts;
      const connection: Connection = openConnection(user, id, link, options, {
        core,
        store,
        presence,
        directory: judgedBy,
        clock,
      });
      const tellOthers = (frame: Uint8Array) => {
        for (const [other, of] of clients)
          if (of === id && other !== client) {
            witness.frameSent(userId, id, frame);
            other.send(frame);
          }
      };
      return {
        message: (frame) => {
          if (starts !== mine || process === null) return;
          plant?.received?.(frame, id, tellOthers);
          connection.receive(frame);
        },
        closed: () => {
          clients.delete(client);
          if (starts === mine && process !== null) connection.closed();
        },
      };
    },
    bulk: async (userId, bytes) => {
      if (process === null) return null;
      const { core, store, clock } = process;
      if (judgedBy().people.get(userId)?.isActive !== true) return "signedOut";
      const request = decodeBulkRequest(bytes);
      // What the endpoint throws, a device hears as no answer.
      const deps = { core, store, directory: judgedBy, clock };
      const result = await handleBulk(userId, request, deps).catch(() => null);
      if (result?.ok !== true) return null;
      for (const [i, ticket] of result.value.tickets.entries()) {
        if (ticket.status !== "synced") continue;
        witness.updateSent(userId, ticket.id, ticket.diff);
        for (const [k, outcome] of ticket.results.entries()) {
          const update = request.tickets[i]?.updates[k];
          if (outcome.kind === "acked" && update !== undefined) witness.acknowledged(ticket.id, update);
        }
      }
      return encodeBulkAnswer(result.value);
    },
    feed: (userId, cursor, client) => {
      if (process === null) {
        client.close(null);
        return deaf;
      }
      const mine = starts;
      const send = (event: FeedEvent, at: string) => {
        if (starts !== mine || process === null) return;
        if (event.type === "summaries") for (const { summary } of event.rows) witness.summarySent(userId, summary.id);
        client.send({ event, cursor: at });
      };
      const stop = process.feed.connect(userId, cursor, {
        send,
        close: () => client.close(null),
        bufferedBytes: () => 0,
      });
      return {
        message: () => {},
        closed: () => {
          if (starts === mine) stop();
        },
      };
    },
  };
  return node;
};

const describe = (facts: object): string =>
  Object.values(facts)
    .map((fact) => (fact instanceof Error ? (fact.stack ?? fact.message) : String(fact)))
    .join(" ");
