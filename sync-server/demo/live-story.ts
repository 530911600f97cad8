import * as Y from "yjs";
import type { Directory } from "../../shared/access/directory.ts";
import { summarize } from "../../shared/document/summarize.ts";
import { newId, type TicketId, type UserId } from "../../shared/ids.ts";
import { judgeBatch } from "../sync/judge-batch.ts";
import { loadTicket } from "../sync/loaded-ticket.ts";
import { prescan } from "../sync/prescan.ts";
import { createSubmission } from "../sync/submission.ts";
import type { NewEntry, TicketCommit } from "../sync/ticket-store.ts";
import type { Chance } from "./chance.ts";
import type { Story } from "./story.ts";

/**
 * Lives a story through the server's own judgement, each update from its author's client id. What comes out is what the
 * server would have stored. Throws where a rule says no: the story is wrong then.
 */
export const liveStory = (story: Story, number: number | null, directory: Directory, chance: Chance): TicketCommit => {
  const ticket = loadTicket(story.id, null);
  // All people's replicas at once: they agree, and only the client id tells who writes.
  const replica = new Y.Doc({ guid: story.id });
  const clients = new Map<UserId, number>();
  const entries: NewEntry[] = [];
  for (const { atMs, by, write } of story.beats) {
    const client = clients.get(by.id) ?? chance.clientId();
    clients.set(by.id, client);
    const update = written(replica, client, write);
    const scan = prescan(update);
    if (!scan.ok) throw new Error(`no story: ${scan.error.message}`);
    const refused = (result: unknown) => {
      throw new Error(`no story: ${JSON.stringify(result)}`);
    };
    const { entries: judged } = judgeBatch(ticket, [createSubmission(by.id, update, scan.value, refused)], {
      directory,
      nowMs: atMs,
      ticketNumber: number,
      size: 0,
    });
    const entry = judged[0]?.entry;
    if (entry === undefined) throw new Error("no story: nothing came of an update");
    const rulings = [...entry.rulings.values()];
    if (entry.repairs.length > 0 || rulings.some(({ accepted }) => !accepted)) refused([entry.repairs, rulings]);
    if (entry.update !== update) Y.applyUpdate(replica, entry.update, "server");
    entries.push({
      seq: entries.length + 1,
      entryId: newId<TicketId>(atMs, chance.bytes),
      update: entry.update,
      userId: by.id,
      at: atMs,
      repairs: [],
      events: entry.events,
    });
  }
  const summary = summarize(story.id, ticket.doc);
  ticket.doc.destroy();
  replica.destroy();
  return { ticketId: story.id, afterSeq: 0, entries, summary };
};

/** One update, whatever the number of writes. */
const written = (replica: Y.Doc, client: number, write: (doc: Y.Doc) => void): Uint8Array => {
  let update: Uint8Array | null = null;
  replica.once("update", (bytes: Uint8Array) => {
    update = bytes;
  });
  replica.clientID = client;
  replica.transact(() => write(replica));
  if (update === null) throw new Error("no story: nothing was written");
  return update;
};
