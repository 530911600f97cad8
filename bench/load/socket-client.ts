/**
 * A stock Yjs client reduced to its messages: sends sync step 1, answers the server's with what it has, sends updates.
 * It builds no document, so that what is measured is the server.
 */
import * as encoding from "lib0/encoding";
import WebSocket from "ws";
import type { Dialect } from "./dialect.ts";

export interface SocketClient {
  /** The server's answer to sync step 1: what the client lacked. */
  opened: Promise<Uint8Array>;
  send(update: Uint8Array): void;
  /** Called with every update the server broadcasts, the client's own included. */
  onUpdate: (update: Uint8Array) => void;
  close(): void;
  closed: Promise<void>;
}

export interface SocketClientOptions {
  origin: string;
  dialect: Dialect;
  document: string;
  token: string;
  /** What the client holds already, as a state vector; nothing by default. */
  stateVector?: Uint8Array;
  /** What it sends when the server asks what it has; nothing by default. */
  answer?: Uint8Array;
  /** False for a server that knows no documents: it counts as open once the socket is. */
  asks?: boolean;
}

const sync = 0;
/** Hocuspocus asks for what the client has under a number of its own. */
const hocuspocusSyncReply = 4;
const step = { one: 0, two: 1, update: 2 } as const;
const emptyStateVector = new Uint8Array([0]);
const emptyUpdate = new Uint8Array([0, 0]);

export const openSocket = (options: SocketClientOptions): SocketClient => {
  const { dialect, document, token } = options;
  const socket = new WebSocket(`ws://${options.origin}${dialect.path(document, token)}`);
  const prefix = dialect.prefix(document);
  const frame = (kind: number, payload: Uint8Array) => encodeFrame(prefix, kind, payload);
  let resolveOpened: (bytes: Uint8Array) => void = () => {};
  let rejectOpened: (error: Error) => void = () => {};

  const client: SocketClient = {
    opened: new Promise((resolve, reject) => {
      resolveOpened = resolve;
      rejectOpened = reject;
    }),
    send: (update) => socket.send(frame(step.update, update)),
    onUpdate: () => {},
    close: () => socket.close(),
    closed: new Promise((resolve) => {
      socket.on("close", (code, reason) => {
        rejectOpened(new Error(`closed ${code} ${reason}`));
        resolve();
      });
    }),
  };

  socket.on("open", () => {
    const greeting = dialect.greeting(document, token);
    if (greeting !== null) socket.send(greeting);
    if (options.asks === false) resolveOpened(emptyUpdate);
    else socket.send(frame(step.one, options.stateVector ?? emptyStateVector));
  });
  socket.on("message", (message: Buffer) => {
    const at = prefix.length;
    const kind = message[at];
    if (kind !== sync && kind !== hocuspocusSyncReply) return;
    const payload = () => readPayload(message, at + 2);
    if (message[at + 1] === step.update) client.onUpdate(payload());
    else if (message[at + 1] === step.two) resolveOpened(payload());
    else if (message[at + 1] === step.one) socket.send(frame(step.two, options.answer ?? emptyUpdate));
  });
  socket.on("error", (error) => rejectOpened(error));
  client.opened.catch(() => {});
  return client;
};

const encodeFrame = (prefix: Uint8Array, kind: number, payload: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeUint8Array(encoder, prefix);
  encoding.writeVarUint(encoder, sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
};

/** The byte array at `start`: its length as a varint, then itself. */
const readPayload = (message: Uint8Array, start: number): Uint8Array => {
  let at = start;
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = message[at++] ?? 0;
    length |= (byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  return message.subarray(at, at + length);
};
