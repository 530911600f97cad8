/**
 * The way out for everything that is not an open document: changed summaries, the directory, and 'no longer yours'.
 * One reader of changes a node serves everybody; each connection sees what its person may read.
 */
import { canRead } from "../../shared/access/can.ts";
import type { Directory, Person } from "../../shared/access/directory.ts";
import type { TicketId, UserId } from "../../shared/ids.ts";
import { directoryToRows, type FeedEvent } from "../../shared/protocol/feed.ts";
import { accessFacts } from "../../shared/ticket/summary.ts";
import { limits } from "../limits.ts";
import type { Clock } from "./clock.ts";
import { isAfter, readFeedCursor, readingRights, writeFeedCursor } from "./feed-cursor.ts";
import { type FeedPiece, inPieces } from "./feed-pieces.ts";
import type { ChangedRow, FeedStore, PlacedRow } from "./feed-store.ts";

export interface FeedLink {
  /** Never throws; what cannot be sent is lost with the connection. */
  send(event: FeedEvent, cursor: string): void;
  close(): void;
  bufferedBytes(): number;
}

export interface FeedDeps {
  store: FeedStore;
  epoch: () => Promise<string>;
  directory: () => Directory;
  clock: Clock;
  log: { warn(facts: object, message: string): void };
}

export interface Feed {
  /** Sends everything after `cursor`, then 'ready', then what changes; the answer ends it. */
  connect(userId: UserId, cursor: string, link: FeedLink): () => void;
  /** Something was committed: look soon. */
  nudge(): void;
  directoryChanged(): void;
  stop(): void;
}

interface Reader {
  userId: UserId;
  link: FeedLink;
  rights: string;
  /** Null until its backlog has been sent. */
  position: string | null;
  /** Which backlog is being sent: rights that change meanwhile begin another one. */
  backlogs: number;
  /** It may hold what it may not read any more; how many there are lets its device find out. */
  mustCount: boolean;
}

export const createFeed = (deps: FeedDeps): Feed => {
  const { store, clock } = deps;
  const readers = new Set<Reader>();
  let looking = false;
  let stopped = false;
  let cancelLook = () => {};

  const personOf = (reader: Reader) => deps.directory().people.get(reader.userId);
  const drop = (reader: Reader) => {
    if (readers.delete(reader)) reader.link.close();
  };

  /** Its device comes again, from its cursor. */
  const giveUp = (reader: Reader) => (error: unknown) => {
    deps.log.warn({ user: reader.userId, error }, "a feed could not be read");
    drop(reader);
  };

  const backlog = async (reader: Reader, from: string): Promise<void> => {
    const person = personOf(reader);
    if (person === undefined || !person.isActive) return drop(reader);
    reader.position = null;
    reader.rights = readingRights(person, deps.directory());
    const backlogNumber = ++reader.backlogs;
    const isOver = () => !readers.has(reader) || reader.backlogs !== backlogNumber;
    let cursor = from;
    for (let more = true; more && !isOver(); ) {
      if (isUnread(reader)) await untilRead(reader, isOver);
      const page = await store.readableRows(person, deps.directory(), cursor, limits.feedPage);
      if (isOver()) return;
      ({ cursor, more } = sendPage(reader, page));
    }
    await tellTotal(reader, person, cursor, isOver);
    if (isOver()) return;
    reader.position = cursor;
    lookSoon(0);
  };

  /** What waits for a slow reader stands in memory: one that does not read gets no further page. */
  const isUnread = ({ link }: Reader) => link.bufferedBytes() > limits.bufferedSoftBytes;
  const untilRead = async (reader: Reader, isOver: () => boolean): Promise<void> => {
    while (!isOver() && isUnread(reader)) {
      await new Promise<void>((resolve) => clock.setTimer(limits.stalledLookMs, resolve));
    }
  };

  /** 'Ready': who counts more than that on their device was not told of everything that was taken away. */
  const tellTotal = async (reader: Reader, person: Person, position: string, isOver: () => boolean): Promise<void> => {
    const epoch = await deps.epoch();
    const { total, isExact } = await store.countReadable(person, deps.directory(), position);
    if (isOver()) return;
    reader.mustCount = !isExact;
    reader.link.send({ type: "ready", epoch, total }, writeFeedCursor(position, reader.rights));
  };

  const sendPiece = (reader: Reader, { rows, cursor }: FeedPiece) =>
    reader.link.send({ type: "summaries", rows }, writeFeedCursor(cursor, reader.rights));

  /** Says where to continue: what is left of a page when its reader falls behind is not kept, but read again. */
  const sendPage = (reader: Reader, page: { rows: PlacedRow[]; cursor: string; more: boolean }) => {
    let sentTo: string | null = null;
    for (const piece of inPieces(page.rows, page.cursor)) {
      if (sentTo !== null && isUnread(reader)) return { cursor: sentTo, more: true };
      sendPiece(reader, piece);
      sentTo = piece.cursor;
    }
    return page;
  };

  /** One person's share of a page of changes. */
  const distribute = (
    reader: Reader,
    rows: readonly ChangedRow[],
    { cursor, from }: { cursor: string; from: string },
  ) => {
    const person = personOf(reader);
    if (person === undefined || !person.isActive) return drop(reader);
    if (reader.link.bufferedBytes() > limits.bufferedHardBytes) return drop(reader);
    const readable: PlacedRow[] = [];
    const lost: TicketId[] = [];
    for (const { former, ...row } of rows) {
      if (canRead(person, accessFacts(row.summary), deps.directory())) readable.push(row);
      else if (former === null) continue;
      // It changed more than once since: what this reader was shown is not known here.
      else if (isAfter(former.position, from)) reader.mustCount = true;
      else if (canRead(person, former.access, deps.directory())) lost.push(row.summary.id);
    }
    const pieces = inPieces(readable, cursor);
    // First, and without moving the cursor where rows follow: theirs move past what was lost among them.
    const goneCursor = pieces.length > 0 ? "" : writeFeedCursor(cursor, reader.rights);
    if (lost.length > 0) reader.link.send({ type: "gone", ids: lost }, goneCursor);
    for (const piece of pieces) sendPiece(reader, piece);
    reader.position = cursor;
  };

  /** Reads changes once for everybody. Readers whose backlog ended elsewhere meanwhile see some rows twice, never none. */
  const look = async (): Promise<void> => {
    const live = [...readers].filter((reader) => reader.position !== null);
    if (live.length === 0) return;
    // From where the slowest stands: one whose backlog ended before the others' last look must miss nothing.
    let position = live.map((reader) => reader.position as string).reduce((a, b) => (isAfter(a, b) ? b : a));
    for (let more = true; more; ) {
      const page = await store.changedRows(position, limits.feedPage);
      for (const reader of live) {
        if (reader.position !== null) distribute(reader, page.rows, { cursor: page.cursor, from: reader.position });
      }
      ({ cursor: position, more } = page);
    }
    for (const reader of live) if (reader.mustCount) await countAgain(reader);
  };

  const countAgain = async (reader: Reader): Promise<void> => {
    const { position, backlogs } = reader;
    const person = personOf(reader);
    if (position === null || person === undefined) return;
    await tellTotal(reader, person, position, () => !readers.has(reader) || reader.backlogs !== backlogs);
  };

  const lookSoon = (ms: number) => {
    cancelLook();
    cancelLook = clock.setTimer(ms, () => void run());
  };
  const run = async () => {
    if (looking || stopped) return;
    looking = true;
    await look().catch((error) => deps.log.warn({ error }, "the feed waits for the database"));
    looking = false;
    lookSoon(limits.feedPollMs);
  };

  const connect: Feed["connect"] = (userId, cursor, link) => {
    const reader: Reader = { userId, link, rights: "", position: null, backlogs: 0, mustCount: false };
    readers.add(reader);
    const person = personOf(reader);
    const rights = person === undefined ? "" : readingRights(person, deps.directory());
    link.send({ type: "directory", directory: directoryToRows(deps.directory()) }, cursor);
    backlog(reader, readFeedCursor(cursor, rights)).catch(giveUp(reader));
    return () => void readers.delete(reader);
  };

  return {
    connect,
    nudge: () => {
      if (readers.size > 0 && !looking) lookSoon(limits.feedNudgeMs);
    },
    directoryChanged: () => {
      for (const reader of readers) {
        const person = personOf(reader);
        if (person === undefined || !person.isActive) {
          drop(reader);
          continue;
        }
        reader.link.send({ type: "directory", directory: directoryToRows(deps.directory()) }, "");
        // Other rights: what did not change may have become readable, or not be so any longer.
        if (readingRights(person, deps.directory()) !== reader.rights) backlog(reader, "").catch(giveUp(reader));
      }
    },
    stop: () => {
      stopped = true;
      cancelLook();
      for (const reader of [...readers]) drop(reader);
    },
  };
};
