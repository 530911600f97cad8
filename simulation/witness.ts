/**
 * Sees everything that becomes durable and everything that is sent, and checks both as they happen (I2–I5, I8, I9). It
 * knows only the log, the rules and the frames; none of the server's own bookkeeping.
 */
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { canRead } from "../shared/access/can.ts";
import { mapRoots, roots, serverClientId } from "../shared/document/layout.ts";
import { readRulings, readTicket } from "../shared/document/read.ts";
import { summarize } from "../shared/document/summarize.ts";
import type { TicketId, UserId } from "../shared/ids.ts";
import { messageNumbers, readAcked, readEntry } from "../shared/protocol/messages.ts";
import { accessFacts } from "../shared/ticket/summary.ts";
import type { Ticket } from "../shared/ticket/ticket.ts";
import { limits } from "../sync-server/limits.ts";
import type { MemoryTables } from "../sync-server/sync/memory-ticket-store.ts";
import type { NewEntry } from "../sync-server/sync/ticket-store.ts";
import { objectionsTo } from "./oracle.ts";
import { createReplay, type Replay } from "./replay.ts";
import { sameJson } from "./same-json.ts";
import type { World } from "./world.ts";

/** Never allowed to stand anywhere: written by clients that do what they must not. */
export const forbiddenMark = "FORBIDDEN";
/** A lost right takes effect within this time (I9), and a node may judge by a directory this old. */
const graceMs = 2_000;
/** Longest time from judging to a commit, retries with an unknown outcome included. */
const storedWithinMs = limits.commitWaitMs + 5_000;

export interface WitnessedTicket {
  id: TicketId;
  replay: Replay;
  seq: number;
  ticket: Ticket | null;
  /** When what decides who may read it last changed, for the time a lost right takes. */
  accessChangedAt: number;
  events: Map<string, number>;
  putBack: PutBack[];
  /** Yjs client id → who used it first. */
  owners: Map<number, UserId>;
}

/** A value of a client that the server overwrote in the very entry that brought it. */
export interface PutBack {
  seq: number;
  root: string;
  key: string;
  client: number;
  wrote: unknown;
}

export interface SimWitness {
  committed(id: TicketId, entries: readonly NewEntry[]): void;
  projected(id: TicketId): void;
  /** A frame on a socket, as it leaves a server node. */
  frameSent(to: UserId, id: TicketId, frame: Uint8Array): void;
  /** Bytes of a ticket's document in any other answer. */
  updateSent(to: UserId, id: TicketId, update: Uint8Array): void;
  acknowledged(id: TicketId, update: Uint8Array): void;
  summarySent(to: UserId, id: TicketId): void;
  tickets: ReadonlyMap<TicketId, WitnessedTicket>;
}

/** Found by looking at the structs, not at what the server says it repaired. */
const findPutBack = (doc: Y.Doc, { seq, update }: NewEntry): PutBack[] => {
  const { from, to } = Y.parseUpdateMeta(update);
  const isNew = ({ id: { client, clock } }: Y.Item) =>
    clock >= (from.get(client) ?? 0) && clock < (to.get(client) ?? 0);
  const found = new Map<string, PutBack>();
  const written = Y.decodeUpdate(update).structs.filter((struct): struct is Y.Item => struct instanceof Y.Item);
  for (const { id } of written) {
    // What it continues is missing: that is objected to elsewhere.
    if (Y.getState(doc.store, id.client) <= id.clock) continue;
    const { parent, parentSub: key } = Y.getItem(doc.store, id);
    const root = mapRoots.find((name) => parent === doc.getMap(roots[name]));
    if (root === undefined || key === null || found.has(`${root}:${key}`)) continue;
    // The newest value of a client counts: what a person overwrote themselves is not missed.
    let item = doc.getMap(roots[root])._map.get(key) ?? null;
    const isGone = item?.deleted === true;
    const isServers = item?.id.client === serverClientId && isNew(item);
    while (item !== null && item.id.client === serverClientId && isNew(item)) item = item.left;
    if (item === null || !isNew(item) || !(isServers || isGone)) continue;
    // Values that were deleted one after the other have become one struct; the last of them is meant.
    const { client, clock } = item.lastId;
    const content = written.find((other) => other.id.client === client && other.id.clock === clock)?.content;
    const wrote = content instanceof Y.ContentAny ? content.arr[0] : null;
    found.set(`${root}:${key}`, { seq, root, key, client, wrote });
  }
  return [...found.values()];
};

export const createWitness = (world: World, tables: () => MemoryTables): SimWitness => {
  const tickets = new Map<TicketId, WitnessedTicket>();

  const ticketOf = (id: TicketId): WitnessedTicket => {
    const known = tickets.get(id);
    if (known !== undefined) return known;
    const fresh: WitnessedTicket = {
      id,
      replay: createReplay(),
      seq: 0,
      ticket: null,
      accessChangedAt: 0,
      events: new Map(),
      putBack: [],
      owners: new Map(),
    };
    tickets.set(id, fresh);
    return fresh;
  };

  const take = (witnessed: WitnessedTicket, entry: NewEntry) => {
    const { id, replay } = witnessed;
    const where = `${id} #${entry.seq}`;
    if (entry.seq !== witnessed.seq + 1) world.violated("I2", `${where} follows #${witnessed.seq}`);
    witnessed.seq = entry.seq;
    for (const client of Y.parseUpdateMeta(entry.update).to.keys()) {
      if (!witnessed.owners.has(client)) witnessed.owners.set(client, entry.userId);
    }
    const replayed = replay.apply(entry.update);
    const { store } = replay.doc;
    if (store.pendingStructs !== null || store.pendingDs !== null)
      world.violated("I1", `${where} leaves something pending`);
    const before = witnessed.ticket;
    const after = readTicket(id, replay.doc);
    witnessed.ticket = after;
    if (before === null || !sameJson(accessFacts(before), accessFacts(after)))
      witnessed.accessChangedAt = world.schedule.now();
    const rulings = readRulings(replay.doc);
    const judged = { userId: entry.userId, at: entry.at, before, after, replayed, rulings };
    const laterMs = world.schedule.now() - entry.at;
    if (laterMs < 0 || laterMs > storedWithinMs)
      world.violated("I5", `${where} was judged at another time than the server's: ${laterMs} ms before it was stored`);
    // Sound if it is sound under one of the directories the node may have judged by; storing may have taken its time.
    const judgedMs = Math.max(0, laterMs);
    const verdicts = world.directories.since(judgedMs + graceMs).map((directory) => objectionsTo(judged, directory));
    if (verdicts.every((objections) => objections.length > 0)) {
      for (const { invariant, message } of verdicts[0] ?? []) world.violated(invariant, `${where}: ${message}`);
    }
    if (replayed.changes.some(({ after: value }) => JSON.stringify(value ?? null).includes(forbiddenMark))) {
      world.violated("I4", `${where} shows a forbidden value`);
    }
    if (!replayed.changes.some(({ root }) => root === "actions"))
      witnessed.putBack.push(...findPutBack(replay.doc, entry));
    for (const event of entry.events) {
      const times = (witnessed.events.get(event.action) ?? 0) + 1;
      witnessed.events.set(event.action, times);
      if (times > 1)
        world.violated("I5", `${where}: the effects of ${event.type} ${event.action} happened ${times} times`);
    }
  };

  const isReadable = (to: UserId, id: TicketId): boolean => {
    const witnessed = tickets.get(id);
    if (witnessed === undefined || witnessed.ticket === null) return true;
    if (world.schedule.now() - witnessed.accessChangedAt <= graceMs) return true;
    const facts = accessFacts(witnessed.ticket);
    return world.directories.since(graceMs).some((directory) => {
      const person = directory.people.get(to);
      return person !== undefined && canRead(person, facts, directory);
    });
  };

  /** Every struct in `update` is in the log. */
  const isDurable = (id: TicketId, update: Uint8Array): boolean => {
    const store = tickets.get(id)?.replay.doc.store;
    for (const [client, clock] of Y.parseUpdateMeta(update).to) {
      if (clock > (store === undefined ? 0 : Y.getState(store, client))) return false;
    }
    return true;
  };

  const updateSent: SimWitness["updateSent"] = (to, id, update) => {
    if (update.byteLength <= 2) return;
    if (!isDurable(id, update)) world.violated("I3", `${id}: sent to ${to} before it was stored`);
    if (!isReadable(to, id)) world.violated("I9", `${id}: sent to ${to}, who may not read it`);
  };

  return {
    tickets,
    committed: (id, entries) => {
      for (const entry of entries) take(ticketOf(id), entry);
    },
    projected: (id) => {
      const witnessed = ticketOf(id);
      const row = tables().rows.get(id);
      // A row may lag behind the description; as of its own entry it must be right.
      if (row === undefined || row.seq !== witnessed.seq) return;
      if (!sameJson(row.summary, summarize(id, witnessed.replay.doc)))
        world.violated("I8", `${id}: the row of #${row.seq} is wrong`);
    },
    frameSent: (to, id, frame) => {
      const decoder = decoding.createDecoder(frame);
      const number = decoding.readVarUint(decoder);
      if (number === messageNumbers.entry) updateSent(to, id, readEntry(decoder).update);
      else if (number === messageNumbers.sync) {
        if (decoding.readVarUint(decoder) > 0) updateSent(to, id, decoding.readVarUint8Array(decoder));
      } else if (number === messageNumbers.acked) {
        const { seq } = readAcked(decoder);
        if (seq > (tickets.get(id)?.seq ?? 0)) world.violated("I2", `${id}: #${seq} acknowledged and not stored`);
      }
    },
    updateSent,
    acknowledged: (id, update) => {
      if (!isDurable(id, update)) world.violated("I2", `${id}: an update was acknowledged and is not stored`);
    },
    summarySent: (to, id) => {
      if (!isReadable(to, id)) world.violated("I9", `${id}: list row sent to ${to}, who may not read it`);
    },
  };
};
