import * as Y from "yjs";
import type { TicketId } from "../../shared/ids.ts";
import { decodeBulkAnswer, encodeBulkRequest } from "../../shared/protocol/bulk.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import type { Account } from "../support/rest.ts";

/** The comments a ticket holds, as a device without anything would get it. */
export const commentIds = async (url: string, account: Account, ticket: string): Promise<Set<string>> => {
  const request = { version: protocolVersion, epoch: "", tickets: [{ id: ticket as TicketId, since: 0, updates: [] }] };
  const answer = await fetch(`${url}/api/sync`, {
    method: "POST",
    headers: { authorization: `Bearer ${account.token}`, "content-type": "application/octet-stream" },
    body: Uint8Array.from(encodeBulkRequest(request)),
  });
  if (!answer.ok) throw new Error(`bulk sync answers ${answer.status}: ${await answer.text()}`);
  const [synced] = decodeBulkAnswer(new Uint8Array(await answer.arrayBuffer())).tickets;
  if (synced?.status !== "synced") throw new Error(`bulk sync says ${synced?.status}`);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, synced.diff);
  return new Set(doc.getMap("comments").keys());
};
