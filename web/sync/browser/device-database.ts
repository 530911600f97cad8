/** The device's database: one IndexedDB a person, by Dexie. */
import Dexie, { type EntityTable, type Table } from "dexie";
import * as v from "valibot";
import { type TicketId, type UserId, UserIdSchema } from "../../../shared/ids.ts";
import type { DeviceMeta } from "../core/device-store.ts";
import type { KnownRange, OutboxRow, SummaryRow } from "../core/records.ts";
import type { KeptDecision, RefusedChange, SeenBrief } from "../device.ts";
import type { StoredWords } from "../search/word-store.ts";
import { databaseName } from "./database-name.ts";

interface DeviceTables {
  documents: EntityTable<{ ticketId: TicketId; bytes: Uint8Array; since: number }, "ticketId">;
  /** How far each document reaches: what is read at every start, without its bytes. */
  reaches: EntityTable<{ ticketId: TicketId; since: number }, "ticketId">;
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
export type SeenKey = [TicketId, fingerprint: string];
export type DeviceDatabase = Dexie & DeviceTables;

/** Whose database this is; null for any other. */
export const userIdOf = (name: string): UserId | null => {
  const parsed = v.safeParse(UserIdSchema, name.replace(/^slate-/, ""));
  return parsed.success ? parsed.output : null;
};

// It would take every address of this machine for a debugging session, and keep call stacks.
Dexie.debug = false;

/** `strict`: a transaction that has completed survives a power cut too. */
export const openDeviceDatabase = (userId: UserId): DeviceDatabase => {
  const db = new Dexie(databaseName(userId), { chromeTransactionDurability: "strict" }) as DeviceDatabase;
  // One description, of what is now: Dexie sees for itself what an older database lacks.
  db.version(3)
    .stores({
      documents: "ticketId",
      reaches: "ticketId",
      tail: "++k, ticketId, [ticketId+after+seq]",
      outbox: "++n, ticketId",
      summaries: "id",
      refused: "id",
      discarded: "id",
      quarantine: "++k",
      meta: "",
      seen: "[ticket+fingerprint], ticket, [at+size+ticket+fingerprint]",
      decisions: "id",
      words: "id",
    })
    .upgrade(async (transaction) => {
      const documents = transaction.table("documents");
      const reaches = transaction.table("reaches");
      // One at a time: all the bytes of a device would not fit into a phone's memory.
      await documents.each(({ ticketId, since }) => void reaches.put({ ticketId, since }));
    });
  return db;
};
