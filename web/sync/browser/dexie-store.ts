/** The device's storage in the browser: one IndexedDB database a person, by Dexie. */
import Dexie, { type EntityTable, type Table } from "dexie";
import * as v from "valibot";
import { type TicketId, type UserId, UserIdSchema } from "../../../shared/ids.ts";
import { type DeviceMeta, type DeviceStore, emptyMeta } from "../core/device-store.ts";
import { knownSeq } from "../core/known.ts";
import type { KnownRange, OutboxRow, StoredTicket, SummaryRow, TicketWrites } from "../core/records.ts";
import { seenSize, tooMuchSeen } from "../core/too-much-seen.ts";
import type { KeptDecision, RefusedChange, SeenBrief } from "../device.ts";
import type { StoredWords } from "../search/word-store.ts";
import { databaseName } from "./database-name.ts";
import { withoutBroken } from "./sound-rows.ts";

interface DeviceTables {
  documents: EntityTable<{ ticketId: TicketId; bytes: Uint8Array; since: number }, "ticketId">;
  tail: EntityTable<KnownRange & { k: number; ticketId: TicketId }, "k">;
  outbox: EntityTable<OutboxRow, "n">;
  summaries: EntityTable<SummaryRow & { id: TicketId }, "id">;
  refused: EntityTable<RefusedChange, "id">;
  discarded: EntityTable<{ id: string }, "id">;
  quarantine: EntityTable<{ k: number; ticketId: TicketId; bytes: Uint8Array }, "k">;
  meta: Table<unknown, keyof DeviceMeta>;
  /** `size` in characters, in an index, so that no brief is read to know how many fit. */
  seen: Table<SeenBrief & { size: number }, SeenKey>;
  decisions: EntityTable<KeptDecision, "id">;
  words: EntityTable<StoredWords, "id">;
}
type SeenKey = [TicketId, fingerprint: string];
export type DeviceDatabase = Dexie & DeviceTables;

/** Whose database this is; null for any other. */
export const userIdOf = (name: string): UserId | null => {
  const parsed = v.safeParse(UserIdSchema, name.replace(/^slate-/, ""));
  return parsed.success ? parsed.output : null;
};

/** `strict`: a transaction that has completed survives a power cut too. */
export const openDeviceDatabase = (userId: UserId): DeviceDatabase => {
  const db = new Dexie(databaseName(userId), { chromeTransactionDurability: "strict" }) as DeviceDatabase;
  db.version(1).stores({
    documents: "ticketId, [ticketId+since]",
    tail: "++k, ticketId, [ticketId+after+seq]",
    outbox: "++n, ticketId",
    summaries: "id",
    refused: "id",
    discarded: "id",
    quarantine: "++k",
    meta: "",
  });
  db.version(2).stores({
    seen: "[ticket+fingerprint], ticket, [at+size+ticket+fingerprint]",
    decisions: "id",
    words: "id",
  });
  return db;
};

export const createDexieStore = (db: DeviceDatabase): DeviceStore => {
  const ticketTables = [
    db.documents,
    db.tail,
    db.outbox,
    db.summaries,
    db.refused,
    db.discarded,
    db.quarantine,
    db.seen,
  ];

  /** Safari closes connections under a page that was in the background; the next one works. */
  const retried = async <Value>(work: () => PromiseLike<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error) || !lostConnection.has(error.name)) throw error;
      db.close({ disableAutoOpen: false });
      await db.open();
      return await work();
    }
  };

  return {
    loadMeta: () =>
      retried(async () => {
        const keys = Object.keys(emptyMeta) as (keyof DeviceMeta)[];
        const values = await db.meta.bulkGet(keys);
        const stored = keys.flatMap((key, i) => (values[i] === undefined ? [] : [[key, values[i]] as const]));
        return { ...emptyMeta, ...Object.fromEntries(stored) };
      }),
    saveMeta: (change) =>
      retried(async () => {
        await db.meta.bulkPut(Object.values(change), Object.keys(change) as (keyof DeviceMeta)[]);
      }),
    loadIndex: (ids) =>
      retried(async () => {
        const index = await db.transaction("r", ticketTables, async () => ({
          summaries:
            ids === undefined ? await db.summaries.toArray() : await db.summaries.where("id").anyOf(ids).toArray(),
          outbox:
            ids === undefined ? await db.outbox.toArray() : await db.outbox.where("ticketId").anyOf(ids).toArray(),
          known: await loadKnown(db, ids),
          refused: await db.refused.toArray(),
          discarded: await db.discarded.toCollection().primaryKeys(),
        }));
        return withoutBroken(db, index);
      }),
    loadTicket: (id) =>
      retried(() =>
        db.transaction("r", [db.documents, db.tail, db.outbox], async () => {
          const [stored] = await loadTickets(db, [id]);
          if (stored === undefined) throw new Error("one ticket asked, none answered");
          return stored;
        }),
      ),
    loadRows: (ids) =>
      retried(async () => {
        const rows = await db.outbox.where("ticketId").anyOf(ids).sortBy("n");
        return new Map(ids.map((id) => [id, rows.filter(({ ticketId }) => ticketId === id)]));
      }),
    write: (id, writes) => retried(() => db.transaction("rw", ticketTables, () => apply(db, id, writes))),
    change: (ids, change) =>
      retried(() =>
        db.transaction("rw", ticketTables, async () => {
          const stored = await loadTickets(db, ids);
          for (const [i, id] of ids.entries()) {
            const ticket = stored[i];
            const writes = ticket === undefined ? null : change(id, ticket);
            if (writes !== null) await apply(db, id, writes);
          }
        }),
      ),
    saveSummaries: (rows, feedCursor) =>
      retried(() =>
        db.transaction("rw", [db.summaries, db.meta], async () => {
          await saveSummaries(db, rows);
          await db.meta.put(feedCursor, "feedCursor");
        }),
      ),
    discardRefused: (id) =>
      retried(() =>
        db.transaction("rw", [db.refused, db.discarded], async () => {
          await db.refused.delete(id);
          await db.discarded.put({ id });
        }),
      ),
    loadSeen: (id) =>
      retried(async () => {
        const looks = await db.seen.where("ticket").equals(id).toArray();
        return looks.map(({ size: _, ...seen }) => seen).sort((one, other) => (one.at < other.at ? 1 : -1));
      }),
    keepSeen: (seen) =>
      retried(() =>
        db.transaction("rw", db.seen, async () => {
          await db.seen.put({ ...seen, size: seenSize(seen) });
          await db.seen.bulkDelete(tooMuchSeen(await looksAt(db)));
        }),
      ),
    loadDecisions: () => retried(() => db.decisions.toArray()),
    keepDecisions: (decisions) =>
      retried(async () => {
        await db.decisions.bulkPut([...decisions]);
      }),
    dropDecisions: (ids) => retried(() => db.decisions.bulkDelete([...ids])),
  };
};

const looksAt = async (db: DeviceDatabase): Promise<{ key: SeenKey; at: string; size: number }[]> => {
  const keys = await db.seen.orderBy("[at+size+ticket+fingerprint]").keys();
  return (keys as unknown as [string, number, TicketId, string][]).map(([at, size, ticket, fingerprint]) => ({
    key: [ticket, fingerprint],
    at,
    size,
  }));
};

const lostConnection = new Set(["DatabaseClosedError", "InvalidStateError", "UnknownError"]);

/** Reads keys of indexes only: no document bytes are loaded at start. */
const loadKnown = async (db: DeviceDatabase, ids: readonly TicketId[] | undefined): Promise<Map<TicketId, number>> => {
  const wanted = ids === undefined ? null : new Set(ids);
  const documents = (await db.documents.orderBy("[ticketId+since]").keys()) as unknown as [TicketId, number][];
  const tails = (await db.tail.orderBy("[ticketId+after+seq]").keys()) as unknown as [TicketId, number, number][];
  const standing = new Map<TicketId, { since: number; tail: KnownRange[] }>();
  for (const [id, since] of documents) standing.set(id, { since, tail: [] });
  for (const [id, after, seq] of tails) {
    const ticket = standing.get(id) ?? { since: 0, tail: [] };
    standing.set(id, { ...ticket, tail: [...ticket.tail, { after, seq, update: new Uint8Array() }] });
  }
  const known = new Map<TicketId, number>();
  for (const [id, ticket] of standing) if (wanted === null || wanted.has(id)) known.set(id, knownSeq(ticket));
  return known;
};

const loadTickets = async (db: DeviceDatabase, ids: readonly TicketId[]): Promise<StoredTicket[]> => {
  const documents = await db.documents.bulkGet([...ids]);
  const tail = await db.tail.where("ticketId").anyOf(ids).toArray();
  const rows = await db.outbox.where("ticketId").anyOf(ids).sortBy("n");
  return ids.map((id, i) => ({
    bytes: documents[i]?.bytes ?? null,
    since: documents[i]?.since ?? 0,
    tail: tail.filter(({ ticketId }) => ticketId === id),
    rows: rows.filter(({ ticketId }) => ticketId === id),
  }));
};

const apply = async (db: DeviceDatabase, id: TicketId, writes: TicketWrites): Promise<number[]> => {
  const { document, tail = [], addRows = [], dropRows = [], refused = [], summary, quarantine = [] } = writes;
  if (document !== undefined) await db.tail.where("ticketId").equals(id).delete();
  if (document === null) await db.documents.delete(id);
  else if (document !== undefined) await db.documents.put({ ticketId: id, ...document, bytes: own(document.bytes) });
  const ranges = tail.length > 0 && !(await isOnDisk(db, id)) ? tail.filter(({ after }) => after === 0) : tail;
  if (ranges.length > 0) {
    await db.tail.bulkAdd(ranges.map(({ after, seq, update }) => ({ ticketId: id, after, seq, update: own(update) })));
  }
  if (dropRows.length > 0) await db.outbox.bulkDelete(dropRows);
  // Only requests may be awaited in a transaction: after anything else the next request falls outside it.
  if (refused.length > 0) await addRefused(db, refused);
  if (summary === null) {
    await db.summaries.delete(id);
    await db.seen.where("ticket").equals(id).delete();
  } else if (summary !== undefined) await saveSummaries(db, [summary]);
  if (quarantine.length > 0)
    await db.quarantine.bulkAdd(quarantine.map((bytes) => ({ ticketId: id, bytes: own(bytes) })));
  if (addRows.length === 0) return [];
  return db.outbox.bulkAdd(
    addRows.map((row) => ({ ...row, ticketId: id, update: own(row.update) })),
    { allKeys: true },
  );
};

const isOnDisk = async (db: DeviceDatabase, id: TicketId): Promise<boolean> =>
  (await db.documents.where("ticketId").equals(id).count()) > 0 ||
  (await db.tail.where("ticketId").equals(id).count()) > 0;

const addRefused = async (db: DeviceDatabase, refused: readonly RefusedChange[]): Promise<void> => {
  const ids = refused.map((change) => change.id);
  const [kept, discarded] = [await db.refused.bulkGet(ids), await db.discarded.bulkGet(ids)];
  await db.refused.bulkPut(refused.filter((_, i) => kept[i] === undefined && discarded[i] === undefined));
};

const saveSummaries = async (db: DeviceDatabase, rows: readonly SummaryRow[]): Promise<void> => {
  const stored = await db.summaries.bulkGet(rows.map(({ summary }) => summary.id));
  const newer = rows.filter(({ seq }, i) => seq >= (stored[i]?.seq ?? 0));
  await db.summaries.bulkPut(newer.map(({ seq, summary }) => ({ id: summary.id, seq, summary })));
};

/** IndexedDB stores the whole buffer under a view: a small update cut from a large answer would cost all of it. */
const own = (bytes: Uint8Array): Uint8Array => (bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice());
