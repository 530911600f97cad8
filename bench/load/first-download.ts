/** A new device fetches many stored tickets, as each server's own client does it. */
import * as decoding from "lib0/decoding";
import WebSocket from "ws";
import { decodeBulkAnswer, encodeBulkRequest } from "../../shared/protocol/bulk.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import { deviceLimits } from "../../web/sync/core/limits.ts";
import type { SeededTicket } from "../ticket-content.ts";
import { hocuspocusDialect } from "./dialect.ts";
import { hocuspocusMessages, mostPending, syncFrame } from "./hocuspocus-return.ts";
import { post, withAgent } from "./returning-device.ts";

/** Resolves when everything is there; rejects where something is missing. */
export type Download = (origin: string, tickets: readonly SeededTicket[]) => Promise<void>;

const isWhole = (bytes: Uint8Array, ticket: SeededTicket) => bytes.length >= ticket.bytes.length / 2;

export const downloadByBulkSync: Download = (origin, tickets) =>
  withAgent(async (agent) => {
    for (let from = 0; from < tickets.length; from += deviceLimits.bulkFetches) {
      const batch = tickets.slice(from, from + deviceLimits.bulkFetches);
      const wanted = batch.map(({ id }) => ({ id, since: 0, updates: [] }));
      const body = encodeBulkRequest({ version: protocolVersion, epoch: "", tickets: wanted });
      const answer = decodeBulkAnswer(await post(agent, origin, "/api/sync/", body));
      for (const [i, ticket] of answer.tickets.entries()) {
        if (ticket.status !== "synced" || !isWhole(ticket.diff, batch[i] as SeededTicket))
          throw new Error("a ticket is missing");
      }
    }
  });

export const downloadByOneSocket: Download = (origin, tickets) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${origin}/`);
    const byId = new Map(tickets.map((ticket) => [ticket.id as string, ticket]));
    const waiting = [...tickets];
    const greetNext = () => {
      const ticket = waiting.pop();
      if (ticket !== undefined) socket.send(hocuspocusDialect.greeting(ticket.id, "token") as Uint8Array);
    };
    const take = (ticket: SeededTicket, decoder: decoding.Decoder) => {
      const kind = decoding.readVarUint(decoder);
      if (kind === hocuspocusMessages.auth) {
        greetNext();
        return socket.send(syncFrame(ticket, 0, new Uint8Array([0])));
      }
      if (kind !== hocuspocusMessages.sync && kind !== hocuspocusMessages.syncReply) return;
      if (decoding.readVarUint(decoder) === 0 || !isWhole(decoding.readVarUint8Array(decoder), ticket)) return;
      byId.delete(ticket.id);
      if (byId.size > 0) return;
      socket.close();
      resolve();
    };
    socket.on("open", () => {
      for (let i = 0; i < mostPending; i++) greetNext();
    });
    socket.on("message", (bytes: Buffer) => {
      const decoder = decoding.createDecoder(bytes);
      const ticket = byId.get(decoding.readVarString(decoder));
      if (ticket !== undefined) take(ticket, decoder);
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error(`closed with ${byId.size} tickets missing`)));
  });
