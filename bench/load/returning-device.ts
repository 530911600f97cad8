/** A device comes back with edits to many tickets: how each kind of client gets them to its server. */
import { Agent, request } from "node:http";
import { gunzipSync, gzipSync } from "node:zlib";
import { decodeBulkAnswer, encodeBulkRequest } from "../../shared/protocol/bulk.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import { deviceLimits } from "../../web/sync/core/limits.ts";
import { personFor } from "../people.ts";
import type { SeededTicket } from "../ticket-content.ts";
import { decodeParcels, encodeParcels } from "./floor-messages.ts";
import { editWithoutNetwork } from "./typing.ts";

export interface EditedTicket {
  id: SeededTicket["id"];
  /** What was written while away, one update. */
  edit: Uint8Array;
  /** With the edit. */
  stateVector: Uint8Array;
}

export const editAll = (tickets: readonly SeededTicket[]): EditedTicket[] =>
  tickets.map(({ id, bytes }) => ({ id, ...editWithoutNetwork(bytes) }));

/** Everything is confirmed when it resolves. `origin`: host and port. */
export type Return = (origin: string, tickets: readonly EditedTicket[]) => Promise<void>;

/** As the app does it: requests of `deviceLimits.bulkTickets`, one after the other, on one connection. */
export const returnByBulkSync: Return = (origin, tickets) =>
  withAgent(async (agent) => {
    for (let from = 0; from < tickets.length; from += deviceLimits.bulkTickets) {
      const batch = tickets.slice(from, from + deviceLimits.bulkTickets);
      const body = encodeBulkRequest({
        version: protocolVersion,
        epoch: "",
        tickets: batch.map(({ id, edit }) => ({ id, since: 1, updates: [edit] })),
      });
      const answer = decodeBulkAnswer(await post(agent, origin, "/api/sync/", body));
      const isDone = (ticket: (typeof answer.tickets)[number]) =>
        ticket.status === "synced" && ticket.results.every((result) => result.kind === "acked");
      if (!answer.tickets.every(isDone)) throw new Error("an edit was not acknowledged");
    }
  });

export const returnByTwoRequests: Return = (origin, tickets) =>
  withAgent(async (agent) => {
    const compared = await post(agent, origin, "/compare", encodeParcels(tickets.map((t) => [t.id, t.stateVector])));
    if (decodeParcels(compared).length !== tickets.length) throw new Error("a document has no answer");
    await post(agent, origin, "/keep", encodeParcels(tickets.map(({ id, edit }) => [id, edit])));
  });

export const sendParcels = (origin: string, path: string, parcels: Uint8Array): Promise<void> =>
  withAgent(async (agent) => {
    await post(agent, origin, path, parcels);
  });

export const withAgent = async (work: (agent: Agent) => Promise<void>): Promise<void> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await work(agent).finally(() => agent.destroy());
};

export const post = (agent: Agent, origin: string, path: string, body: Uint8Array): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const [hostname, port] = origin.split(":");
    const zipped = gzipSync(body, { level: 6 });
    const headers = {
      authorization: `Bearer ${personFor(0).id}`,
      "content-type": "application/octet-stream",
      "content-encoding": "gzip",
      "content-length": zipped.length,
      "accept-encoding": "gzip",
    };
    const sent = request({ agent, hostname, port, path, method: "POST", headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const bytes = Buffer.concat(chunks);
        if (answer.statusCode !== 200) reject(new Error(`answered ${answer.statusCode}: ${bytes}`));
        else resolve(isGzip(bytes) ? gunzipSync(bytes) : bytes);
      });
    });
    sent.on("error", reject);
    sent.end(zipped);
  });

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;
