/** What people have left on this device: each has a database of their own, named after them. */
import Dexie from "dexie";
import { clearDocument } from "y-indexeddb";
import type { UserId } from "../../../shared/ids.ts";
import type { OutboxRow } from "../core/records.ts";
import { databaseName, unsentWordsName } from "./database-name.ts";
import { openDeviceDatabase, userIdOf } from "./device-database.ts";

export interface LeftBehind {
  userId: UserId;
  /** Null where the device never learned it. */
  username: string | null;
  /** Changes of theirs that the server does not have, words it would not take among them. */
  waiting: number;
}

/** Everyone who has something on this device. */
export const leftBehind = async (): Promise<LeftBehind[]> => {
  const ids = (await Dexie.getDatabaseNames()).flatMap((name) => userIdOf(name) ?? []);
  return Promise.all(ids.map(lookAt));
};

const lookAt = async (userId: UserId): Promise<LeftBehind> => {
  const db = openDeviceDatabase(userId);
  try {
    const directory = (await db.meta.get("directory")) as { people?: { id: UserId; username: string }[] } | undefined;
    const username = directory?.people?.find(({ id }) => id === userId)?.username ?? null;
    const decided = (await db.decisions.count()) + (await db.refused.count());
    return { userId, username, waiting: countChanges(await db.outbox.toArray()) + decided };
  } finally {
    db.close();
  }
};

/** As their own sync sheet would count them: every action, and each part of a ticket that was written. */
const countChanges = (rows: readonly OutboxRow[]): number =>
  new Set(rows.map(({ kind, n, ticketId, what }) => (kind === "action" ? n : `${ticketId} ${what}`))).size;

/** Removes everything of this person from the device, sent or not. */
export const removePerson = async (userId: UserId): Promise<void> => {
  await Dexie.delete(databaseName(userId));
  await clearDocument(unsentWordsName(userId));
};
