import type { Directory } from "../../shared/access/directory.ts";
import type { Log } from "../logging.ts";
import { directoryVersion, readDirectory } from "./directory-rows.ts";
import type { Sql } from "./sql.ts";

export interface LiveDirectory {
  /** As of the last look; a new object after every change. */
  current(): Directory;
  /** Looks now. After a change made on this node, so that it takes effect at once. */
  refresh(): Promise<void>;
  onChange(callback: () => void): void;
  stop(): void;
}

const pollMs = 1000;

/** The directory in memory, read again when its version moves. */
export const createLiveDirectory = async (sql: Sql, log: Log): Promise<LiveDirectory> => {
  let { version, directory } = await readDirectory(sql);
  const callbacks: (() => void)[] = [];
  let looking: Promise<void> | null = null;
  let stopped = false;

  const look = async () => {
    if ((await directoryVersion(sql)) === version) return;
    ({ version, directory } = await readDirectory(sql));
    for (const callback of callbacks) callback();
  };
  // A look already under way may have read before the change; another one follows it.
  const refresh = async () => {
    await looking?.catch(() => {});
    looking = look().finally(() => {
      looking = null;
    });
    await looking;
  };
  const poll = setInterval(() => {
    if (looking === null && !stopped) refresh().catch((err) => log.warn({ err }, "the directory could not be read"));
  }, pollMs);
  poll.unref();

  return {
    current: () => directory,
    refresh,
    onChange: (callback) => callbacks.push(callback),
    stop: () => {
      stopped = true;
      clearInterval(poll);
    },
  };
};
