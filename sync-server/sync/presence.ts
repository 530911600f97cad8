/**
 * Who is here, on one ticket and this node. Awareness is decoded, checked and encoded anew: a connection speaks for one
 * client id only, and the identity in it is the connection's, whatever the client claims.
 *
 * The format: github.com/yjs/y-protocols, awareness.js (encodeAwarenessUpdate).
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { UserId } from "../../shared/ids.ts";
import { messageNumbers } from "../../shared/protocol/messages.ts";
import { limits } from "../limits.ts";
import { Malformed } from "./malformed.ts";
import { readCount, scanJson } from "./scan-value.ts";

export interface PresentUser {
  id: UserId;
  name: string;
}

/** One connection's part in a ticket's presence. */
export interface Participant {
  user: PresentUser;
  send(frame: Uint8Array): void;
}

export interface Presence {
  /** `payload`: an awareness update as it came. False when no honest client sends it. */
  receive(from: Participant, payload: Uint8Array): boolean;
  /** Sends everybody's state to one who asks. */
  tell(to: Participant): void;
  join(participant: Participant): void;
  leave(participant: Participant): void;
}

interface Present {
  clientId: number;
  clock: number;
  /** JSON text, identity stamped. */
  state: string;
}

export const createPresence = (): Presence => {
  const present = new Map<Participant, Present | null>();

  const broadcast = (states: readonly Present[]) => {
    const frame = encodeStates(states);
    for (const participant of present.keys()) participant.send(frame);
  };

  const holderOf = (clientId: number): Participant | undefined =>
    [...present].find(([, state]) => state?.clientId === clientId)?.[0];

  /** A client id belongs to the connection that used it first; a new connection of the same person takes it over. */
  const mayUse = (from: Participant, clientId: number): boolean => {
    const own = present.get(from);
    if (own) return own.clientId === clientId;
    const holder = holderOf(clientId);
    if (holder !== undefined && holder.user.id !== from.user.id) return false;
    if (holder !== undefined) present.set(holder, null);
    return true;
  };

  const accept = (from: Participant, { clientId, clock, state }: Present) => {
    // y-websocket repeats other people's states back to us: those are simply not this connection's to tell.
    if (!present.has(from) || !mayUse(from, clientId)) return;
    const own = present.get(from);
    if (own && clock < own.clock) return;
    const stamped = { clientId, clock, state: stamp(state, from.user) };
    present.set(from, stamped);
    broadcast([stamped]);
  };

  return {
    join: (participant) => present.set(participant, null),
    receive: (from, payload) => {
      const states = decodeStates(payload);
      if (states === null) return false;
      for (const state of states) accept(from, state);
      return true;
    },
    tell: (to) => {
      const states = [...present.values()].filter((state) => state !== null);
      if (states.length > 0) to.send(encodeStates(states));
    },
    leave: (participant) => {
      const state = present.get(participant);
      present.delete(participant);
      if (state) broadcast([{ ...state, clock: state.clock + 1, state: "null" }]);
    },
  };
};

/** An awareness message without states: a sign of life that every client understands. */
export const emptyAwarenessFrame = (): Uint8Array => encodeStates([]);

const stamp = (json: string, user: PresentUser): string => {
  const state: unknown = JSON.parse(json);
  if (typeof state !== "object" || state === null || Array.isArray(state)) return "null";
  const claimed = (state as { user?: { color?: unknown } }).user?.color;
  const color = typeof claimed === "string" && /^[#a-z0-9()-]{1,32}$/i.test(claimed) ? { color: claimed } : {};
  return JSON.stringify({ ...state, user: { id: user.id, name: user.name, ...color } });
};

const encodeStates = (states: readonly Present[]): Uint8Array => {
  const payload = encoding.createEncoder();
  encoding.writeVarUint(payload, states.length);
  for (const { clientId, clock, state } of states) {
    encoding.writeVarUint(payload, clientId);
    encoding.writeVarUint(payload, clock);
    encoding.writeVarString(payload, state);
  }
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, messageNumbers.awareness);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(payload));
  return encoding.toUint8Array(frame);
};

/** Null for what no honest client sends: too large, not JSON, unsafe values, clocks that only a saboteur needs. */
const decodeStates = (payload: Uint8Array): Present[] | null => {
  try {
    const decoder = decoding.createDecoder(payload);
    const states = Array.from({ length: readCount(decoder) }, () => ({
      clientId: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarString(decoder),
    }));
    for (const { clock, state } of states) {
      if (clock > limits.awarenessClock || state.length > limits.awarenessBytes)
        throw new Malformed("too_large", "presence");
      scanJson(state);
    }
    return states;
  } catch {
    return null;
  }
};
