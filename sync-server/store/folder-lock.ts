import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identifyProcess, isAlive } from "./process-identity.ts";

export interface FolderLock {
  release(): void;
}

interface Holder {
  pid: number;
  startedAt: string;
  token: string;
}

/**
 * Makes this process the only server of a data folder. A lock left by a process that is gone is taken over.
 * Throws one line when a living server holds it.
 */
export const lockFolder = (folder: string): FolderLock => {
  const path = join(folder, "server.lock");
  const self = identifyProcess(process.pid);
  const mine: Holder = { pid: process.pid, startedAt: self?.startedAt ?? "", token: randomUUID() };
  for (let attempt = 0; attempt < 10; attempt++) {
    if (create(path, mine)) return { release: () => release(path, mine) };
    const holder = read(path);
    if (holder !== null && isAlive(holder)) {
      throw new Error(`another server (process ${holder.pid}) is using ${folder}`);
    }
    removeStale(path, holder);
  }
  throw new Error(`another server is starting in ${folder}`);
};

/** Is a living server using this folder? */
export const isFolderLocked = (folder: string): boolean => {
  const holder = read(join(folder, "server.lock"));
  return holder !== null && isAlive(holder);
};

const create = (path: string, holder: Holder): boolean => {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
};

const read = (path: string): Holder | null => {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return null;
  }
};

/** Moved aside first: two servers that both saw the stale lock must not each delete the other's new one. */
const removeStale = (path: string, seen: Holder | null): void => {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved !== null && moved.token !== seen?.token) create(path, moved);
  rmSync(aside, { force: true });
};

const release = (path: string, mine: Holder): void => {
  if (read(path)?.token === mine.token) rmSync(path, { force: true });
};
