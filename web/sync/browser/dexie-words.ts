import type { WordStore } from "../search/word-store.ts";
import type { DeviceDatabase } from "./device-database.ts";

/** The search's table of words, beside the tickets themselves. */
export const createDexieWords = (db: DeviceDatabase): WordStore => ({
  page: async (last, count) =>
    (last === null ? db.words.orderBy("id") : db.words.where("id").above(last)).limit(count).toArray(),
  get: async (ids) => db.words.bulkGet([...ids]),
  put: async (rows) => {
    await db.words.bulkPut([...rows]);
  },
  remove: async (ids) => {
    await db.words.bulkDelete([...ids]);
  },
});
