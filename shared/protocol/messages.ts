/**
 * Messages on `/sync/<ticketId>`. 0–3 are y-websocket's own (y-protocols: sync, awareness, auth, query awareness);
 * 4–9 are ours and are only sent on connections that asked for them with `?protocol=<version>`.
 * docs/protocol.md describes every byte. One write and one read function a message.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { EntryRepairs, Repair } from "./repair.ts";

export const messageNumbers = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  welcome: 4,
  push: 5,
  acked: 6,
  refused: 7,
  entry: 8,
  repaired: 9,
} as const;

/** Server → device, first on a rich connection: where the ticket stands, and repairs the device may not have heard of. */
export interface Welcome {
  version: number;
  /** Which history this is; a device of another epoch starts over. */
  epoch: string;
  /** The newest durable log entry of the ticket; 0 for a ticket nobody has stored yet. */
  seq: number;
  /** Server clock, milliseconds since 1970. */
  serverNow: number;
  missed: EntryRepairs[];
}

/** Device → server: one local change; `ref` comes back in `acked` or `refused`. */
export interface Push {
  ref: number;
  update: Uint8Array;
}

/** Server → device: the change is committed (or was already there). `seq` is the entry that holds it, or a later one. */
export interface Acked {
  ref: number;
  seq: number;
}

/** Server → device: the change was not stored at all. */
export interface Refused {
  ref: number;
  code: string;
  facts: Record<string, unknown>;
}

/**
 * Server → device: log entry `seq` was committed. Comes after `acked` for the device's own, and right after `repaired` where
 * something in it was put back: whoever holds an own entry has been told (I7).
 */
export interface Entry {
  seq: number;
  update: Uint8Array;
}

const begin = (number: number): encoding.Encoder => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, number);
  return encoder;
};
const writeJson = (encoder: encoding.Encoder, value: unknown) =>
  encoding.writeVarString(encoder, JSON.stringify(value));
const readJson = <Value>(decoder: decoding.Decoder): Value => JSON.parse(decoding.readVarString(decoder)) as Value;

export const encodeWelcome = (message: Welcome): Uint8Array => {
  const encoder = begin(messageNumbers.welcome);
  encoding.writeVarUint(encoder, message.version);
  encoding.writeVarString(encoder, message.epoch);
  encoding.writeVarUint(encoder, message.seq);
  encoding.writeVarUint(encoder, message.serverNow);
  writeJson(encoder, message.missed);
  return encoding.toUint8Array(encoder);
};
/** The message number has been read already; so in every `read…` below. */
export const readWelcome = (decoder: decoding.Decoder): Welcome => ({
  version: decoding.readVarUint(decoder),
  epoch: decoding.readVarString(decoder),
  seq: decoding.readVarUint(decoder),
  serverNow: decoding.readVarUint(decoder),
  missed: readJson<EntryRepairs[]>(decoder),
});

export const encodePush = ({ ref, update }: Push): Uint8Array => {
  const encoder = begin(messageNumbers.push);
  encoding.writeVarUint(encoder, ref);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
};
export const readPush = (decoder: decoding.Decoder): Push => ({
  ref: decoding.readVarUint(decoder),
  update: decoding.readVarUint8Array(decoder),
});

export const encodeAcked = ({ ref, seq }: Acked): Uint8Array => {
  const encoder = begin(messageNumbers.acked);
  encoding.writeVarUint(encoder, ref);
  encoding.writeVarUint(encoder, seq);
  return encoding.toUint8Array(encoder);
};
export const readAcked = (decoder: decoding.Decoder): Acked => ({
  ref: decoding.readVarUint(decoder),
  seq: decoding.readVarUint(decoder),
});

export const encodeRefused = ({ ref, code, facts }: Refused): Uint8Array => {
  const encoder = begin(messageNumbers.refused);
  encoding.writeVarUint(encoder, ref);
  encoding.writeVarString(encoder, code);
  writeJson(encoder, facts);
  return encoding.toUint8Array(encoder);
};
export const readRefused = (decoder: decoding.Decoder): Refused => ({
  ref: decoding.readVarUint(decoder),
  code: decoding.readVarString(decoder),
  facts: readJson<Record<string, unknown>>(decoder),
});

/** `repaired`: what was put back in one of this person's entries. */
export const encodeRepaired = ({ seq, repairs }: EntryRepairs): Uint8Array => {
  const encoder = begin(messageNumbers.repaired);
  encoding.writeVarUint(encoder, seq);
  writeJson(encoder, repairs);
  return encoding.toUint8Array(encoder);
};
export const readRepaired = (decoder: decoding.Decoder): EntryRepairs => ({
  seq: decoding.readVarUint(decoder),
  repairs: readJson<Repair[]>(decoder),
});

export const encodeEntry = ({ seq, update }: Entry): Uint8Array =>
  encodeNumbersAndBytes([messageNumbers.entry, seq], update);
export const readEntry = (decoder: decoding.Decoder): Entry => ({
  seq: decoding.readVarUint(decoder),
  update: decoding.readVarUint8Array(decoder),
});

/** A y-protocols sync frame: `step` is syncStep1 (0), syncStep2 (1) or update (2), `payload` its one byte array. */
export const encodeSync = (step: 0 | 1 | 2, payload: Uint8Array): Uint8Array =>
  encodeNumbersAndBytes([messageNumbers.sync, step], payload);

/** Every keystroke goes out in such a frame, so it is written at its exact size. */
const encodeNumbersAndBytes = (numbers: readonly number[], payload: Uint8Array): Uint8Array => {
  const heads = [...numbers, payload.length];
  let size = payload.length;
  for (const head of heads) size += varUintSize(head);
  const frame = new Uint8Array(size);
  let at = 0;
  for (const head of heads) {
    let rest = head;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) frame[at++] = 0x80 | (rest % 0x80);
    frame[at++] = rest;
  }
  frame.set(payload, at);
  return frame;
};

const varUintSize = (number: number): number => {
  let size = 1;
  for (let rest = number; rest >= 0x80; rest = Math.floor(rest / 0x80)) size++;
  return size;
};
