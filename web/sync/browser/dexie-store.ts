/** The device's storage in the browser. */
import type { TicketId } from "../../../shared/ids.ts";
import { type DeviceMeta, type DeviceStore, emptyMeta } from "../core/device-store.ts";
import { knownSeq } from "../core/known.ts";
import type { KnownRange, StoredTicket } from "../core/records.ts";
import { seenSize, tooMuchSeen } from "../core/too-much-seen.ts";
import type { DeviceDatabase, SeenKey } from "./device-database.ts";
import { withoutBroken } from "./sound-rows.ts";
import { saveSummaries, writeTickets } from "./write-tickets.ts";

export const createDexieStore = (db: DeviceDatabase): DeviceStore => {
  const ticketTables = [
    db.documents,
    db.reaches,
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
    loadTickets: (ids) =>
      retried(() => db.transaction("r", [db.documents, db.reaches, db.tail, db.outbox], () => loadTickets(db, ids))),
    loadRows: (ids) =>
      retried(async () => {
        const rows = await db.outbox.where("ticketId").anyOf(ids).sortBy("n");
        return new Map(ids.map((id) => [id, rows.filter(({ ticketId }) => ticketId === id)]));
      }),
    write: (id, writes) => retried(() => db.transaction("rw", ticketTables, () => writeTickets(db, [[id, writes]]))),
    change: (ids, change) =>
      retried(() =>
        db.transaction("rw", ticketTables, async () => {
          const stored = await loadTickets(db, ids);
          const all = ids.flatMap((id, i) => {
            const ticket = stored[i];
            const writes = ticket === undefined ? null : change(id, ticket);
            return writes === null ? [] : [[id, writes] as const];
          });
          await writeTickets(db, all);
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

/** No document bytes are loaded at start. */
const loadKnown = async (db: DeviceDatabase, ids: readonly TicketId[] | undefined): Promise<Map<TicketId, number>> => {
  const reaches =
    ids === undefined ? await db.reaches.toArray() : await db.reaches.where("ticketId").anyOf(ids).toArray();
  const tails = (await db.tail.orderBy("[ticketId+after+seq]").keys()) as unknown as [TicketId, number, number][];
  const tailOf = new Map<TicketId, KnownRange[]>();
  const wanted = ids === undefined ? null : new Set(ids);
  for (const [id, after, seq] of tails) {
    if (wanted !== null && !wanted.has(id)) continue;
    tailOf.set(id, [...(tailOf.get(id) ?? []), { after, seq, update: new Uint8Array() }]);
  }
  const known = new Map(
    reaches.map(({ ticketId, since }) => [ticketId, knownSeq({ since, tail: tailOf.get(ticketId) ?? [] })]),
  );
  for (const [id, tail] of tailOf) if (!known.has(id)) known.set(id, knownSeq({ since: 0, tail }));
  return known;
};

/** Fewer tickets are read without a look at which of them are here, because that goes through all keys between them. */
const lookFirstFrom = 100;

/** In one request: to look for each costs as much as reading it, and in a first download none is there. */
const documentsAmong = async (db: DeviceDatabase, ids: readonly TicketId[]): Promise<TicketId[]> => {
  const [first, ...others] = [...ids].sort();
  if (first === undefined) return [];
  const keys = await db.reaches
    .where("ticketId")
    .between(first, others.at(-1) ?? first, true, true)
    .primaryKeys();
  const asked = new Set(ids);
  return keys.filter((id) => asked.has(id));
};

const loadTickets = async (db: DeviceDatabase, ids: readonly TicketId[]): Promise<StoredTicket[]> => {
  const here = ids.length < lookFirstFrom ? ids : await documentsAmong(db, ids);
  const documents = new Map(
    (await db.documents.bulkGet([...here])).flatMap((document) => (document ? [[document.ticketId, document]] : [])),
  );
  const tail = await db.tail.where("ticketId").anyOf(ids).toArray();
  const rows = await db.outbox.where("ticketId").anyOf(ids).sortBy("n");
  return ids.map((id) => ({
    bytes: documents.get(id)?.bytes ?? null,
    since: documents.get(id)?.since ?? 0,
    tail: tail.filter(({ ticketId }) => ticketId === id),
    rows: rows.filter(({ ticketId }) => ticketId === id),
  }));
};
