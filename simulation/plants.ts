/** Bugs to plant, by name. Each is one that a server or device of this kind could have. */
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { serverClientId } from "../shared/document/layout.ts";
import type { UserId } from "../shared/ids.ts";
import { encodeEntry, encodeSync, messageNumbers, readEntry, readPush } from "../shared/protocol/messages.ts";
import { directory as firstDirectory } from "../shared/sample-world.ts";
import type { DeviceStore } from "../web/sync/core/device-store.ts";
import type { TicketWrites } from "../web/sync/core/records.ts";
import type { Database } from "./database.ts";
import type { Plant } from "./plant.ts";

const dayMs = 86_400_000;
const nothing = new Uint8Array([0, 0]);

/** Everything in `update` but what the server wrote. */
const withoutServer = (update: Uint8Array): Uint8Array =>
  Y.diffUpdate(update, Y.encodeStateVector(new Map([[serverClientId, 2 ** 31]]) as never));

const isDeletionOnly = (update: Uint8Array): boolean => Y.parseUpdateMeta(update).to.size === 0;

/** Who first wrote under one of the update's client ids; null also for bytes that do not decode, which are the core's to refuse. */
const ownerOf = (database: Database, ticketId: string, update: Uint8Array): UserId | null => {
  try {
    return firstWriter(database, ticketId, update);
  } catch {
    return null;
  }
};

const firstWriter = (database: Database, ticketId: string, update: Uint8Array): UserId | null => {
  for (const [id, log] of database.tables.log) {
    if (id !== ticketId) continue;
    for (const client of Y.parseUpdateMeta(update).to.keys()) {
      const first = log.find((entry) => client !== serverClientId && Y.parseUpdateMeta(entry.update).to.has(client));
      if (first !== undefined) return first.userId;
    }
  }
  return null;
};

/** Passes every write of a device through `bend`. */
const bentWrites = (store: DeviceStore, bend: (writes: TicketWrites) => TicketWrites): DeviceStore => ({
  ...store,
  write: (id, writes) => store.write(id, bend(writes)),
  change: (ids, change) =>
    store.change(ids, (id, stored) => {
      const writes = change(id, stored);
      return writes === null ? null : bend(writes);
    }),
});

export const plants: readonly Plant[] = [
  {
    name: "acknowledges-before-commit",
    wrong: "the server answers and shows an update while its commit is still under way",
    ticketStore: (store) => ({
      ...store,
      commit: async (commits) => {
        store.commit(commits).catch(() => {});
        return commits.map(() => "committed");
      },
    }),
  },
  {
    name: "loses-without-fsync",
    wrong: "now and then the database forgets an entry it had confirmed",
    ticketStore: (store, database, { random }) => ({
      ...store,
      commit: async (commits) => {
        const outcomes = await store.commit(commits);
        const [commit] = commits;
        if (commit !== undefined && random.chance(0.02)) database.lose(commit.ticketId, commit.afterSeq + 1);
        return outcomes;
      },
    }),
  },
  {
    name: "skips-the-owner-check",
    wrong: "whoever uses a Yjs client id is taken for its owner",
    core: (core, database) => ({
      ...core,
      submit: (userId, id, update) => core.submit(ownerOf(database, id, update) ?? userId, id, update),
      deliver: (userId, id, update, answer) =>
        core.deliver(ownerOf(database, id, update) ?? userId, id, update, answer),
    }),
  },
  {
    name: "keeps-repairs-to-itself",
    wrong: "what the server writes into an entry is not sent to live clients",
    frame: (frame) => {
      const decoder = decoding.createDecoder(frame);
      if (decoding.readVarUint(decoder) !== messageNumbers.entry) return frame;
      const { seq, update } = readEntry(decoder);
      return encodeEntry({ seq, update: withoutServer(update) });
    },
  },
  {
    name: "judges-by-old-rights",
    wrong: "roles and departments are those of the first day",
    directory: () => firstDirectory,
  },
  {
    name: "judges-at-device-time",
    wrong: "the server takes the clock of whoever writes for its own",
    judgedAt: (now, { random }) => now + (random.chance(0.5) ? 0 : Math.round((random.next() * 2 - 1) * dayMs)),
  },
  {
    name: "records-effects-twice",
    wrong: "the effects of an action are written twice",
    ticketStore: (store, _, { random }) => ({
      ...store,
      commit: (commits) =>
        store.commit(
          commits.map((commit) => ({
            ...commit,
            entries: commit.entries.map((entry) =>
              random.chance(0.05) ? { ...entry, events: [...entry.events, ...entry.events] } : entry,
            ),
          })),
        ),
    }),
  },
  {
    name: "drops-the-tail-on-conflict",
    wrong: "the last entry another node wrote is overlooked",
    ticketStore: (store) => ({
      ...store,
      tail: async (id, afterSeq) => {
        const entries = await store.tail(id, afterSeq);
        return entries.map((entry, i) => (i === entries.length - 1 ? { ...entry, update: nothing } : entry));
      },
    }),
  },
  {
    name: "forgets-lagging-rows",
    wrong: "the list row never follows an edit of the description",
    ticketStore: (store) => ({ ...store, project: async () => {}, lagging: async () => [] }),
  },
  {
    name: "numbers-snapshots-too-high",
    wrong: "a snapshot claims to hold one entry more than it does",
    ticketStore: (store) => ({
      ...store,
      saveSnapshot: (id, snapshot) => store.saveSnapshot(id, { ...snapshot, seq: snapshot.seq + 1 }),
    }),
  },
  {
    name: "shows-before-it-stores",
    wrong: "what one person pushes goes to the others at once",
    received: (frame, _, tell) => {
      const decoder = decoding.createDecoder(frame);
      try {
        if (decoding.readVarUint(decoder) === messageNumbers.push) tell(encodeSync(2, readPush(decoder).update));
      } catch {
        // Garbage from a hostile client goes nowhere.
      }
    },
  },
  {
    name: "skips-rows-in-the-feed",
    wrong: "of several changes at once the first is passed over",
    feedStore: (store) => ({
      ...store,
      changedRows: async (cursor, limit) => {
        const page = await store.changedRows(cursor, limit);
        return page.rows.length > 1 ? { ...page, rows: page.rows.slice(1) } : page;
      },
    }),
  },
  {
    name: "lets-them-read-on",
    wrong: "a lost right to read does not end what is open",
    core: (core) => ({
      ...core,
      directoryChanged: () => {},
      room: (id) => {
        const room = core.room(id);
        room.followers.recheck = () => {};
        return room;
      },
    }),
  },
  {
    name: "loses-an-outbox-row",
    wrong: "an acknowledgement takes the next change out of the outbox as well",
    deviceStore: (store) =>
      bentWrites(store, (writes) => ({ ...writes, dropRows: (writes.dropRows ?? []).flatMap((n) => [n, n + 1]) })),
  },
  {
    name: "counts-too-far",
    wrong: "a device notes down one entry more than it holds",
    deviceStore: (store) =>
      bentWrites(store, (writes) => ({
        ...writes,
        tail: (writes.tail ?? []).map((range) => ({ ...range, seq: range.seq + 1 })),
      })),
  },
  {
    name: "keeps-deletions",
    wrong: "a change that only deletes is not sent",
    links: (links) => ({
      connect: (id, doc, at, events) => {
        const link = links.connect(id, doc, at, events);
        const bend = (update: Uint8Array) => (isDeletionOnly(update) ? nothing : update);
        return { ...link, push: (message) => link.push({ ...message, update: bend(message.update) }) };
      },
    }),
    bulk: (bulk) => ({
      send: (request) =>
        bulk.send({
          ...request,
          tickets: request.tickets.map((ticket) => ({
            ...ticket,
            updates: ticket.updates.map((update) => (isDeletionOnly(update) ? nothing : update)),
          })),
        }),
    }),
  },
  {
    name: "forgets-refusals",
    wrong: "a device does not keep what was refused",
    deviceStore: (store) => bentWrites(store, (writes) => ({ ...writes, refused: [] })),
  },
];

export const plantNamed = (name: string): Plant | null => plants.find((plant) => plant.name === name) ?? null;
