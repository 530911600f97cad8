import type { TicketId } from "../../../shared/ids.ts";
import type { SummaryRow, TicketWrites } from "../core/records.ts";
import type { RefusedChange } from "../device.ts";
import type { DeviceDatabase } from "./device-database.ts";

type Writes = readonly (readonly [id: TicketId, writes: TicketWrites])[];

/** All about these tickets in few requests: each costs more than what it carries. Answers the `n` of each added row. */
export const writeTickets = async (db: DeviceDatabase, all: Writes): Promise<number[]> => {
  // Only requests may be awaited in a transaction: after anything else the next request falls outside it.
  const anew = idsWhere(all, ({ document }) => document !== undefined);
  if (anew.length > 0) await writeDocuments(db, all, anew);
  const longer = idsWhere(all, ({ tail = [] }) => tail.length > 0);
  if (longer.length > 0) await addRanges(db, all, longer);
  const dropRows = all.flatMap(([, { dropRows: rows = [] }]) => rows);
  if (dropRows.length > 0) await db.outbox.bulkDelete(dropRows);
  const refused = all.flatMap(([, { refused: changes = [] }]) => changes);
  if (refused.length > 0) await addRefused(db, refused);
  const gone = idsWhere(all, ({ summary }) => summary === null);
  if (gone.length > 0) {
    await db.summaries.bulkDelete(gone);
    await db.seen.where("ticket").anyOf(gone).delete();
  }
  const summaries = all.flatMap(([, { summary }]) => summary ?? []);
  if (summaries.length > 0) await saveSummaries(db, summaries);
  const setAside = all.flatMap(([ticketId, { quarantine = [] }]) =>
    quarantine.map((bytes) => ({ ticketId, bytes: own(bytes) })),
  );
  if (setAside.length > 0) await db.quarantine.bulkAdd(setAside);
  const added = all.flatMap(([ticketId, { addRows = [] }]) =>
    addRows.map((row) => ({ ...row, ticketId, update: own(row.update) })),
  );
  return added.length === 0 ? [] : db.outbox.bulkAdd(added, { allKeys: true });
};

const idsWhere = (all: Writes, is: (writes: TicketWrites) => boolean): TicketId[] =>
  all.flatMap(([id, writes]) => (is(writes) ? [id] : []));

/** A document written anew, or removed, takes the place of its pieces. */
const writeDocuments = async (db: DeviceDatabase, all: Writes, anew: readonly TicketId[]): Promise<void> => {
  const written = all.flatMap(([ticketId, { document }]) =>
    document == null ? [] : [{ ticketId, since: document.since, bytes: own(document.bytes) }],
  );
  const removed = idsWhere(all, ({ document }) => document === null);
  await db.tail
    .where("ticketId")
    .anyOf([...anew])
    .delete();
  if (removed.length > 0) await Promise.all([db.documents.bulkDelete(removed), db.reaches.bulkDelete(removed)]);
  if (written.length === 0) return;
  const reaches = written.map(({ ticketId, since }) => ({ ticketId, since }));
  await Promise.all([db.documents.bulkPut(written), db.reaches.bulkPut(reaches)]);
};

/** Pieces of a ticket that is not on the device begin where there is nothing: others are of no use. */
const addRanges = async (db: DeviceDatabase, all: Writes, ids: readonly TicketId[]): Promise<void> => {
  const here = new Set([
    ...(await db.documents.where("ticketId").anyOf(ids).primaryKeys()),
    ...((await db.tail.where("ticketId").anyOf(ids).uniqueKeys()) as unknown as TicketId[]),
  ]);
  const ranges = all.flatMap(([ticketId, { tail = [] }]) =>
    tail
      .filter(({ after }) => after === 0 || here.has(ticketId))
      .map(({ after, seq, update }) => ({ ticketId, after, seq, update: own(update) })),
  );
  if (ranges.length > 0) await db.tail.bulkAdd(ranges);
};

const addRefused = async (db: DeviceDatabase, refused: readonly RefusedChange[]): Promise<void> => {
  const ids = refused.map((change) => change.id);
  const [kept, discarded] = [await db.refused.bulkGet(ids), await db.discarded.bulkGet(ids)];
  await db.refused.bulkPut(refused.filter((_, i) => kept[i] === undefined && discarded[i] === undefined));
};

export const saveSummaries = async (db: DeviceDatabase, rows: readonly SummaryRow[]): Promise<void> => {
  const stored = await db.summaries.bulkGet(rows.map(({ summary }) => summary.id));
  const newer = rows.filter(({ seq }, i) => seq >= (stored[i]?.seq ?? 0));
  await db.summaries.bulkPut(newer.map(({ seq, summary }) => ({ id: summary.id, seq, summary })));
};

/** IndexedDB stores the whole buffer under a view: a small update cut from a large answer would cost all of it. */
const own = (bytes: Uint8Array): Uint8Array => (bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice());
