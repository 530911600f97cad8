/**
 * Rows of the index that a broken disk, or a bug of another day, left unreadable. They must not keep the app from
 * starting: they are set aside, and what the server has of them is fetched again.
 */
import type { Table } from "dexie";
import type { TicketId } from "../../../shared/ids.ts";
import type { StoredIndex } from "../core/device-store.ts";
import type { SummaryRow } from "../core/records.ts";
import type { RefusedChange } from "../device.ts";
import type { DeviceDatabase } from "./device-database.ts";

type OutboxEntry = StoredIndex["outbox"][number];
/** As they came from the disk: nothing about them is certain. */
type Loose<Row> = { [Key in keyof Row]?: unknown };

export const isSoundSummary = ({ seq, summary }: Loose<SummaryRow>): boolean => {
  const { id, fields, state } = (summary ?? {}) as { id?: unknown; fields?: { title?: unknown }; state?: unknown };
  return typeof seq === "number" && typeof id === "string" && typeof fields?.title === "string" && isObject(state);
};

export const isSoundChange = ({ n, ticketId, what, update, madeAt }: Loose<OutboxEntry> & { update?: unknown }) =>
  typeof n === "number" &&
  typeof ticketId === "string" &&
  typeof what === "string" &&
  typeof madeAt === "number" &&
  update instanceof Uint8Array;

export const isSoundRefusal = ({ id, ticket, at, wrote }: Loose<RefusedChange>): boolean =>
  [id, ticket, at, wrote].every((text) => typeof text === "string");

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

/** The index without what cannot be used; that is moved out of the way, and the feed tells everything anew. */
export const withoutBroken = async (db: DeviceDatabase, index: StoredIndex): Promise<StoredIndex> => {
  const sound = {
    ...index,
    summaries: index.summaries.filter(isSoundSummary),
    outbox: index.outbox.filter(isSoundChange),
    refused: index.refused.filter(isSoundRefusal),
  };
  const isWhole =
    sound.summaries.length === index.summaries.length &&
    sound.outbox.length === index.outbox.length &&
    sound.refused.length === index.refused.length;
  if (!isWhole) await setAsideBroken(db);
  return sound;
};

const setAsideBroken = (db: DeviceDatabase): Promise<void> =>
  db.transaction("rw", [db.summaries, db.outbox, db.refused, db.quarantine, db.meta], async () => {
    const tables: { table: Table<object>; isSound: (row: object) => boolean }[] = [
      { table: db.summaries as never, isSound: isSoundSummary },
      { table: db.outbox as never, isSound: isSoundChange },
      { table: db.refused as never, isSound: isSoundRefusal },
    ];
    for (const { table, isSound } of tables) {
      const broken = table.toCollection().filter((row) => !isSound(row));
      const rows = await broken.toArray();
      // Asked for by themselves: a row may lack even its own key.
      const keys = await broken.primaryKeys();
      await db.quarantine.bulkAdd(rows.map(toQuarantine));
      await table.bulkDelete(keys);
    }
    await db.meta.put("", "feedCursor");
  });

const toQuarantine = ({ ticketId, update }: { ticketId?: unknown; update?: unknown }) => ({
  ticketId: (typeof ticketId === "string" ? ticketId : "") as TicketId,
  bytes: update instanceof Uint8Array ? update : new Uint8Array(),
});
