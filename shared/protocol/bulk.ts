/**
 * Bulk sync, `POST /api/sync`: one request for many tickets, one answer. Compact binary, described byte by byte in
 * docs/protocol.md. Repeating a request changes nothing. Reading throws on malformed bytes; the endpoint answers 400.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { TicketId } from "../ids.ts";
import type { EntryRepairs } from "./repair.ts";

export interface BulkRequest {
  version: number;
  /** The epoch the device knows; empty on first contact. */
  epoch: string;
  tickets: BulkTicketRequest[];
}
export interface BulkTicketRequest {
  id: TicketId;
  /** The newest log entry the device holds without gaps; 0 for none. */
  since: number;
  /** Local changes not acknowledged yet, in the order in which they were made. */
  updates: Uint8Array[];
}

export interface BulkAnswer {
  version: number;
  epoch: string;
  /** Server clock, milliseconds since 1970. */
  serverNow: number;
  /** In the order of the request. */
  tickets: BulkTicketAnswer[];
}
export type BulkTicketAnswer =
  /** Everything was handled; `diff` brings the device from `since` to `seq` (empty where there is nothing new). */
  | { id: TicketId; status: "synced"; seq: number; results: UpdateResult[]; diff: Uint8Array; missed: EntryRepairs[] }
  /** Unknown, or not (any longer) this person's to read: the device purges its copy and keeps what was unsent. */
  | { id: TicketId; status: "gone" }
  /** Not handled this time (busy, or the answer was full); ask again. */
  | { id: TicketId; status: "later" };
/** `refused`: not stored at all. What was stored but partly put back is told in `missed`. */
export type UpdateResult = { kind: "acked" } | { kind: "refused"; code: string; facts: Record<string, unknown> };

const statusNumbers = { synced: 0, gone: 1, later: 2 } as const;

export const encodeBulkRequest = (request: BulkRequest): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, request.version);
  encoding.writeVarString(encoder, request.epoch);
  encoding.writeVarUint(encoder, request.tickets.length);
  for (const ticket of request.tickets) {
    encoding.writeVarString(encoder, ticket.id);
    encoding.writeVarUint(encoder, ticket.since);
    encoding.writeVarUint(encoder, ticket.updates.length);
    for (const update of ticket.updates) encoding.writeVarUint8Array(encoder, update);
  }
  return encoding.toUint8Array(encoder);
};

/** Ids are read as text; the endpoint checks them. */
export const decodeBulkRequest = (bytes: Uint8Array): BulkRequest => {
  const decoder = decoding.createDecoder(bytes);
  const version = decoding.readVarUint(decoder);
  const epoch = decoding.readVarString(decoder);
  const tickets = readList(decoder, () => ({
    id: decoding.readVarString(decoder) as TicketId,
    since: decoding.readVarUint(decoder),
    updates: readList(decoder, () => decoding.readVarUint8Array(decoder)),
  }));
  if (decoding.hasContent(decoder)) throw new Error("trailing bytes");
  return { version, epoch, tickets };
};

export const encodeBulkAnswer = (answer: BulkAnswer): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, answer.version);
  encoding.writeVarString(encoder, answer.epoch);
  encoding.writeVarUint(encoder, answer.serverNow);
  encoding.writeVarUint(encoder, answer.tickets.length);
  for (const ticket of answer.tickets) {
    encoding.writeVarString(encoder, ticket.id);
    encoding.writeVarUint(encoder, statusNumbers[ticket.status]);
    if (ticket.status !== "synced") continue;
    encoding.writeVarUint(encoder, ticket.seq);
    encoding.writeVarUint(encoder, ticket.results.length);
    for (const result of ticket.results) {
      encoding.writeVarString(encoder, result.kind === "acked" ? "" : JSON.stringify(result));
    }
    encoding.writeVarUint8Array(encoder, ticket.diff);
    encoding.writeVarString(encoder, ticket.missed.length === 0 ? "" : JSON.stringify(ticket.missed));
  }
  return encoding.toUint8Array(encoder);
};

export const decodeBulkAnswer = (bytes: Uint8Array): BulkAnswer => {
  const decoder = decoding.createDecoder(bytes);
  return {
    version: decoding.readVarUint(decoder),
    epoch: decoding.readVarString(decoder),
    serverNow: decoding.readVarUint(decoder),
    tickets: readList(decoder, () => readTicketAnswer(decoder)),
  };
};

const readTicketAnswer = (decoder: decoding.Decoder): BulkTicketAnswer => {
  const id = decoding.readVarString(decoder) as TicketId;
  const status = decoding.readVarUint(decoder);
  if (status === statusNumbers.gone) return { id, status: "gone" };
  if (status === statusNumbers.later) return { id, status: "later" };
  return {
    id,
    status: "synced",
    seq: decoding.readVarUint(decoder),
    results: readList(decoder, () => {
      const json = decoding.readVarString(decoder);
      return json === "" ? { kind: "acked" } : (JSON.parse(json) as UpdateResult);
    }),
    diff: decoding.readVarUint8Array(decoder),
    missed: readMissed(decoding.readVarString(decoder)),
  };
};

const readMissed = (json: string): EntryRepairs[] => (json === "" ? [] : (JSON.parse(json) as EntryRepairs[]));

/** A count is believed only as far as the bytes reach: every item takes at least one. */
const readList = <Item>(decoder: decoding.Decoder, readItem: () => Item): Item[] => {
  const count = decoding.readVarUint(decoder);
  if (count > decoder.arr.length - decoder.pos) throw new Error("count larger than the bytes can hold");
  return Array.from({ length: count }, readItem);
};
