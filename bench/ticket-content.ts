/** A ticket of about four kilobytes, as it stands after some days of work. */
import * as Y from "yjs";
import { serverClientId } from "../shared/document/layout.ts";
import { addComment, setDescriptionText, writeFields, writeState } from "../shared/document/write.ts";
import { type CommentId, newId, type TicketId } from "../shared/ids.ts";
import { sampleTicket } from "../shared/sample-tickets.ts";
import { people } from "../shared/sample-world.ts";
import { hourMs, isoTime } from "../shared/time.ts";

const startMs = Date.UTC(2026, 2, 2, 9);
const sentence =
  "The spring campaign opens on the first Monday of April and wants a calm, bright look on every screen. ";
const commentCount = 4;

export interface SeededTicket {
  id: TicketId;
  /** The document as one update. */
  bytes: Uint8Array;
}

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
export const newTicketId = (): TicketId => newId<TicketId>(Date.now(), random);

/** What its author wrote under one client id, what the server wrote under its own. */
export const ticketDoc = (id: TicketId): Y.Doc => {
  const brief = Array.from({ length: 5 }, () => sentence.repeat(5).trimEnd()).join("\n");
  const ticket = sampleTicket("in_progress", { id, brief, fields: { title: "Spring campaign, three banners" } });
  const doc = new Y.Doc();
  const author = doc.clientID;
  writeFields(doc, ticket.fields);
  setDescriptionText(doc, ticket.brief);
  for (let i = 0; i < commentCount; i++) {
    addComment(doc, newId<CommentId>(startMs + i, random), {
      author: people["marketing-1"].id,
      body: sentence,
      parent: null,
      createdAt: isoTime(startMs + i * hourMs),
    });
  }
  doc.clientID = serverClientId;
  writeState(doc, ticket.state);
  doc.clientID = author;
  return doc;
};

export const newTickets = (count: number): SeededTicket[] =>
  Array.from({ length: count }, () => {
    const id = newTicketId();
    return { id, bytes: Y.encodeStateAsUpdate(ticketDoc(id)) };
  });
