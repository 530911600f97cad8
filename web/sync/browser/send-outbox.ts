/**
 * Sends what waits on this device while no window is open: the device engine without feed and live links, run once by
 * the service worker. Tabs that are open are not in its way, since they share locks and storage.
 */
import Dexie from "dexie";
import type { Person } from "../../../shared/access/directory.ts";
import type { UserId } from "../../../shared/ids.ts";
import { createEngine } from "../core/engine.ts";
import { personFromApi } from "../person-from-api.ts";
import { clock, random } from "./clock-and-random.ts";
import { createDexieStore, databaseName, openDeviceDatabase } from "./dexie-store.ts";
import { fetchBulk } from "./fetch-bulk.ts";
import { createTabChannel } from "./tab-channel.ts";
import { createTabLocks } from "./tab-locks.ts";

/**
 * Rejects when the server cannot be reached, so that the browser tries again. Who is signed in decides whose outbox is
 * sent: nobody's changes travel in another's session.
 */
export const sendOutbox = async (): Promise<void> => {
  const me = await whoIsSignedIn();
  if (me === null || !(await Dexie.exists(databaseName(me.id)))) return;
  const left = await sendOutboxOf(me);
  if (left > 0) throw new Error(`${left} tickets still wait`);
};

const whoIsSignedIn = async (): Promise<Person | null> => {
  const answer = await fetch("/api/auth/me/");
  // Work waits until its author has signed in again.
  if (answer.status === 401) return null;
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return personFromApi(await answer.json());
};

/** Answers how many tickets still have something to send. */
const sendOutboxOf = async (me: Person): Promise<number> => {
  const db = openDeviceDatabase(me.id as UserId);
  const tabs = createTabChannel(me.id);
  const engine = createEngine({
    me,
    store: createDexieStore(db),
    bulk: fetchBulk,
    links: noLinks,
    feed: noFeed,
    locks: createTabLocks(me.id),
    tabs,
    clock,
    random,
  });
  try {
    await engine.load();
    if (engine.index.waiting.size > 0) await engine.syncNow();
    return engine.index.waiting.size;
  } finally {
    await engine.stop();
    tabs.close();
    db.close();
  }
};

/** Nothing is opened here, and nothing is listened to. */
const noLinks = {
  connect: () => {
    throw new Error("the service worker opens no ticket");
  },
};
const noFeed = {
  connect: () => {
    throw new Error("the service worker listens to no feed");
  },
};
