/** Bulk sync reduced to its least: two HTTP requests, documents as bytes in memory, nothing checked, nothing stored. */
import { createServer, type IncomingMessage } from "node:http";
import { gunzipSync, gzipSync } from "node:zlib";
import * as Y from "yjs";
import { decodeParcels, encodeParcels, type Parcel } from "../load/floor-messages.ts";
import { serveControl } from "../serve-control.ts";

const documents = new Map<string, Uint8Array[]>();

/** State vectors in; what each lacks out, and what the server has. */
const compare = (parcels: Parcel[]): Parcel[] =>
  parcels.map(([document, stateVector]) => {
    const bytes = Y.mergeUpdates(documents.get(document) ?? []);
    return [document, Y.diffUpdate(bytes, stateVector as Uint8Array), Y.encodeStateVectorFromUpdate(bytes)];
  });

const keep = (parcels: Parcel[]): Parcel[] =>
  parcels.map(([document, update]) => {
    documents.set(document, [...(documents.get(document) ?? []), update as Uint8Array]);
    return [document];
  });

const server = createServer(async (request, response) => {
  const parcels = decodeParcels(gunzipSync(await readBody(request)));
  const answer = request.url === "/compare" ? compare(parcels) : keep(parcels);
  response.end(gzipSync(encodeParcels(answer), { level: 1 }));
});

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

server.listen(0, "127.0.0.1");
serveControl(server);
