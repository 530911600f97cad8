import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import {
  type Acked,
  type Entry,
  messageNumbers,
  type Refused,
  readAcked,
  readEntry,
  readRefused,
  readRepaired,
  readWelcome,
  type Welcome,
} from "../../../shared/protocol/messages.ts";
import type { EntryRepairs } from "../../../shared/protocol/repair.ts";

/** A frame from the server, as a client understands it. */
export type ServerFrame =
  | { kind: "step1"; stateVector: Uint8Array }
  | { kind: "step2"; update: Uint8Array }
  | { kind: "update"; update: Uint8Array }
  | { kind: "awareness"; states: AwarenessState[] }
  | ({ kind: "welcome" } & Welcome)
  | ({ kind: "acked" } & Acked)
  | ({ kind: "refused" } & Refused)
  | ({ kind: "entry" } & Entry)
  | ({ kind: "repaired" } & EntryRepairs);

export interface AwarenessState {
  clientId: number;
  clock: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever a client says about itself
  state: any;
}

export const readServerFrame = (frame: Uint8Array): ServerFrame => {
  const decoder = decoding.createDecoder(frame);
  const number = decoding.readVarUint(decoder);
  switch (number) {
    case messageNumbers.sync: {
      const step = decoding.readVarUint(decoder);
      const payload = decoding.readVarUint8Array(decoder);
      if (step === 0) return { kind: "step1", stateVector: payload };
      return { kind: step === 1 ? "step2" : "update", update: payload };
    }
    case messageNumbers.awareness:
      return { kind: "awareness", states: readStates(decoding.readVarUint8Array(decoder)) };
    case messageNumbers.welcome:
      return { kind: "welcome", ...readWelcome(decoder) };
    case messageNumbers.acked:
      return { kind: "acked", ...readAcked(decoder) };
    case messageNumbers.refused:
      return { kind: "refused", ...readRefused(decoder) };
    case messageNumbers.entry:
      return { kind: "entry", ...readEntry(decoder) };
    case messageNumbers.repaired:
      return { kind: "repaired", ...readRepaired(decoder) };
    default:
      throw new Error(`the server sent a message of number ${number}`);
  }
};

const readStates = (payload: Uint8Array): AwarenessState[] => {
  const decoder = decoding.createDecoder(payload);
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)),
  }));
};

/** What a client says about itself; `json` where that is to be no JSON. */
export interface ClientState {
  clientId: number;
  clock: number;
  state?: unknown;
  json?: string;
}

/** An awareness message as a client sends it. */
export const awarenessFrame = (...states: readonly ClientState[]): Uint8Array => {
  const payload = encoding.createEncoder();
  encoding.writeVarUint(payload, states.length);
  for (const { clientId, clock, state, json } of states) {
    encoding.writeVarUint(payload, clientId);
    encoding.writeVarUint(payload, clock);
    encoding.writeVarString(payload, json ?? JSON.stringify(state ?? null));
  }
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, messageNumbers.awareness);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(payload));
  return encoding.toUint8Array(frame);
};
