import type { Page } from "@playwright/test";

/** All rows of one table of the database of whoever is signed in on this page. */
export const deviceRows = (page: Page, table: "documents" | "outbox"): Promise<Record<string, unknown>[]> =>
  page.evaluate(async (name) => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const databases = (await indexedDB.databases()).map((database) => database.name ?? "");
    const db = await done(indexedDB.open(databases.find((one) => /^slate-[0-9a-f-]{36}$/.test(one)) ?? ""));
    const rows: object[] = await done(db.transaction(name).objectStore(name).getAll());
    db.close();
    // Bytes stay there.
    return rows.map((row) => JSON.parse(JSON.stringify(row, (_, part) => (part instanceof Uint8Array ? null : part))));
  }, table);
