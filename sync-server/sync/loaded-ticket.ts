import * as Y from "yjs";
import { can, canRead } from "../../shared/access/can.ts";
import type { Directory, Person } from "../../shared/access/directory.ts";
import { type MapRoot, mapRoots, roots, serverClientId } from "../../shared/document/layout.ts";
import { readAccessFacts } from "../../shared/document/read.ts";
import { untidied } from "../../shared/document/untidied.ts";
import type { TicketId, UserId } from "../../shared/ids.ts";
import type { AccessFacts } from "../../shared/ticket/summary.ts";
import { withSparingEvents } from "./sparing-events.ts";
import type { StoredTicket } from "./ticket-store.ts";
import { arrival, type ChangeWatch, watchChanges } from "./watch-changes.ts";

/**
 * A ticket's document in memory, with who owns which client id. Disposable: until a change is committed it may be thrown
 * away and read again from the log.
 */
export interface LoadedTicket {
  id: TicketId;
  doc: Y.Doc;
  maps: Readonly<Record<MapRoot, Y.Map<unknown>>>;
  description: Y.XmlFragment;
  owners: Map<number, UserId>;
  watch: ChangeWatch;
  /** Its standing, read when asked for and forgotten when fields or state change. */
  facts: AccessFacts | null;
  /** What people may do with it as it stands. */
  rights: Map<UserId, Rights>;
  /** False for a ticket nobody has stored yet. */
  exists: boolean;
}

/** `stored` null: a new, empty ticket. */
export const loadTicket = (id: TicketId, stored: StoredTicket | null): LoadedTicket => {
  const doc = withSparingEvents(untidied(new Y.Doc({ guid: id }), arrival));
  const owners = new Map<number, UserId>(stored?.snapshot?.owners);
  const maps = Object.fromEntries(mapRoots.map((name) => [name, doc.getMap(roots[name])])) as LoadedTicket["maps"];
  const description = doc.getXmlFragment(roots.description);
  const ticket: LoadedTicket = {
    id,
    doc,
    maps,
    description,
    owners,
    watch: watchChanges(doc, maps, description),
    facts: null,
    rights: new Map(),
    exists: stored !== null,
  };
  const forgetFacts = () => {
    ticket.facts = null;
  };
  maps.fields.observe(forgetFacts);
  maps.state.observe(forgetFacts);
  if (stored !== null) {
    if (stored.snapshot !== null) Y.applyUpdate(doc, stored.snapshot.state);
    for (const entry of stored.tail) applyEntry(ticket, entry.update, entry.userId);
  }
  return ticket;
};

/** Applies a committed log entry and learns from it whose client ids are whose. */
export const applyEntry = (ticket: LoadedTicket, update: Uint8Array, userId: UserId): void => {
  learnOwners(ticket.owners, update, userId);
  Y.applyUpdate(ticket.doc, update);
  ticket.exists = true;
};

/** Client ids belong to whoever used them first. */
export const learnOwners = (owners: Map<number, UserId>, update: Uint8Array, userId: UserId): void => {
  for (const client of Y.parseUpdateMeta(update).to.keys()) {
    if (client !== serverClientId && !owners.has(client)) owners.set(client, userId);
  }
};

/** The ticket's standing as its document says now. */
export const factsNow = (ticket: LoadedTicket): AccessFacts => {
  ticket.facts ??= readAccessFacts(ticket.doc);
  return ticket.facts;
};

export interface Rights {
  facts: AccessFacts;
  directory: Directory;
  read: boolean;
  writeText: boolean;
}

/** Every keystroke asks, so it is worked out once for a standing and a directory; a changed directory is another object. */
export const rightsNow = (ticket: LoadedTicket, user: Person, directory: Directory): Rights => {
  const facts = factsNow(ticket);
  const known = ticket.rights.get(user.id);
  if (known !== undefined && known.facts === facts && known.directory === directory) return known;
  const rights = {
    facts,
    directory,
    read: canRead(user, facts, directory),
    writeText: can(user, "editDescription", facts, directory),
  };
  ticket.rights.set(user.id, rights);
  return rights;
};

/** One past the highest clock the document holds of `client`. */
export const clockOf = (doc: Y.Doc, client: number): number => Y.getState(doc.store, client);

/** Writes as the server. Yjs picks a new client id when it sees its own come in from the log, so ours is set each time. */
export const writeAsServer = (doc: Y.Doc, write: () => void): void => {
  doc.clientID = serverClientId;
  doc.transact(write, "server");
};
