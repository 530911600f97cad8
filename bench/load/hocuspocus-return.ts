/** A returning device as Hocuspocus' own provider does it: all documents over one socket, each with its handshake. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import WebSocket from "ws";
import { hocuspocusDialect } from "./dialect.ts";
import type { EditedTicket, Return } from "./returning-device.ts";

export const hocuspocusMessages = { sync: 0, auth: 2, syncReply: 4, syncStatus: 8 } as const;
const step = { one: 0, two: 1 } as const;
/** The server closes a socket on which more documents wait for their authentication. */
export const mostPending = 100;

export const returnByOneSocket: Return = (origin, tickets) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${origin}/`);
    const byId = new Map(tickets.map((ticket) => [ticket.id as string, ticket]));
    const waiting = [...tickets];
    let unconfirmed = tickets.length;

    const greetNext = () => {
      const ticket = waiting.pop();
      if (ticket !== undefined) socket.send(hocuspocusDialect.greeting(ticket.id, "token") as Uint8Array);
    };
    const answer = (ticket: EditedTicket, decoder: decoding.Decoder) => {
      switch (decoding.readVarUint(decoder)) {
        case hocuspocusMessages.auth:
          greetNext();
          return socket.send(syncFrame(ticket, step.one, ticket.stateVector));
        case hocuspocusMessages.sync:
        case hocuspocusMessages.syncReply:
          if (decoding.readVarUint(decoder) === step.one) socket.send(syncFrame(ticket, step.two, ticket.edit));
          return;
        case hocuspocusMessages.syncStatus:
          if (--unconfirmed > 0) return;
          socket.close();
          resolve();
      }
    };
    socket.on("open", () => {
      for (let i = 0; i < mostPending; i++) greetNext();
    });
    socket.on("message", (bytes: Buffer) => {
      const decoder = decoding.createDecoder(bytes);
      const ticket = byId.get(decoding.readVarString(decoder));
      if (ticket !== undefined) answer(ticket, decoder);
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error(`closed with ${unconfirmed} edits unconfirmed`)));
  });

export const syncFrame = (ticket: { id: string }, kind: number, payload: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, ticket.id);
  encoding.writeVarUint(encoder, hocuspocusMessages.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
};
