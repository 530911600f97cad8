import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { summarize } from "../../../shared/document/summarize.ts";
import { addComment, deleteComment, writeFields } from "../../../shared/document/write.ts";
import { type CommentId, newId, type TicketId, type UserId } from "../../../shared/ids.ts";
import { directory, people } from "../../../shared/sample-world.ts";
import { isoTime } from "../../../shared/time.ts";
import { openDeviceDatabase } from "../browser/device-database.ts";
import { createDexieStore } from "../browser/dexie-store.ts";
import { createDexieWords } from "../browser/dexie-words.ts";
import { createDeviceIndex } from "../core/device-index.ts";
import type { DeviceChange } from "../core/ledger.ts";
import { type DocumentBytes, documentWords } from "./document-words.ts";
import { createTicketSearch } from "./ticket-search.ts";

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const anId = <Id extends TicketId | CommentId | UserId>() => newId<Id>(Date.now(), random);

/** A device with tickets on it, and how often a document was read. */
const createWorld = () => {
  const db = openDeviceDatabase(anId<UserId>());
  const store = createDexieStore(db);
  const index = createDeviceIndex();
  const listeners = new Set<(change: DeviceChange) => void>();
  const docs = new Map<TicketId, Y.Doc>();
  let reads = 0;
  let failures = 0;

  const save = async (id: TicketId, change: (doc: Y.Doc) => void) => {
    const doc = docs.get(id) ?? new Y.Doc();
    docs.set(id, doc);
    change(doc);
    const seq = (index.known.get(id) ?? 0) + 1;
    const document = { bytes: Y.encodeStateAsUpdate(doc), since: seq };
    const writes = { document, summary: { seq, summary: summarize(id, doc) } };
    await store.write(id, writes);
    index.wrote(id, writes, [], seq);
    for (const listener of listeners) listener({ kind: "tickets", ids: [id] });
  };
  const open = () =>
    createTicketSearch({
      engine: {
        index,
        listRow: (id) => index.summaries.get(id)?.summary,
        directory: () => directory,
        listen: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      documents: store,
      words: createDexieWords(db),
      readDocuments: async (documents: readonly DocumentBytes[]) => {
        if (failures > 0 && failures-- > 0) throw new Error("the worker does not start");
        reads += documents.length;
        return documents.map(documentWords);
      },
      spareTime: async () => {},
      later: (_, callback) => setTimeout(callback),
      now: () => performance.now(),
    });
  return { db, index, listeners, save, open, reads: () => reads, failNext: () => failures++ };
};

const say = (doc: Y.Doc, body: string): CommentId => {
  const id = anId<CommentId>();
  addComment(doc, id, { author: people["marketing-1"].id, body, parent: null, createdAt: isoTime(0) });
  return id;
};

describe("the search of a device", () => {
  let world = createWorld();
  let [film, banner] = [anId<TicketId>(), anId<TicketId>()];

  beforeEach(async () => {
    world = createWorld();
    [film, banner] = [anId<TicketId>(), anId<TicketId>()];
    await world.save(film, (doc) => {
      writeFields(doc, { title: "Cold brew launch film" });
      say(doc, "The umbrella stays dry");
    });
    await world.save(banner, (doc) => writeFields(doc, { title: "Hero banner" }));
  });

  it("finds titles and words that are only in a comment", async () => {
    const search = world.open();
    await search.settled();
    expect([...(search.find("brew")?.keys() ?? [])]).toEqual([film]);
    expect([...(search.find("umbr")?.keys() ?? [])]).toEqual([film]);
    expect(search.find("")).toBeNull();
  });

  it("reads no document again that has not changed since", async () => {
    await world.open().settled();
    expect(world.reads()).toBe(2);
    const later = world.open();
    await later.settled();
    expect(world.reads()).toBe(2);
    expect(later.find("umbrella")?.size).toBe(1);
  });

  it("follows what is written, and forgets what is deleted", async () => {
    const search = world.open();
    await search.settled();
    let comment = anId<CommentId>();
    await world.save(banner, (doc) => {
      comment = say(doc, "A parasol would do");
    });
    await search.settled();
    expect([...(search.find("parasol")?.keys() ?? [])]).toEqual([banner]);
    expect(world.reads()).toBe(3);
    await world.save(banner, (doc) => deleteComment(doc, comment, isoTime(1)));
    await search.settled();
    expect(search.find("parasol")?.size).toBe(0);
  });

  it("does not find what is no longer this person's", async () => {
    const search = world.open();
    await search.settled();
    world.index.wrote(film, { document: null, summary: null }, [], null);
    for (const listener of world.listeners) listener({ kind: "tickets", ids: [film] });
    await search.settled();
    expect(search.find("brew")?.size).toBe(0);
    expect(await world.db.words.get(film)).toBeUndefined();
  });

  it("reads later what could not be read now", async () => {
    world.failNext();
    const search = world.open();
    await search.settled();
    expect(search.find("umbrella")?.size).toBe(0);
    await search.settled();
    expect(search.find("umbrella")?.size).toBe(1);
  });

  it("tells that more may be found", async () => {
    const search = world.open();
    let told = 0;
    search.listen(() => told++);
    await search.settled();
    expect(told).toBeGreaterThan(0);
  });
});
