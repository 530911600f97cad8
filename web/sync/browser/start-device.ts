/** The engine of one person in this browser: adapters, triggers, and the way out. A chunk of its own, loaded after sign-in. */
import Dexie from "dexie";
import { createRoot } from "solid-js";
import { clearDocument, IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import type { Person } from "../../../shared/access/directory.ts";
import type { RandomBytes, UserId } from "../../../shared/ids.ts";
import { createEngine, type Engine } from "../core/engine.ts";
import type { DeviceClock } from "../core/ports.ts";
import { createDevice } from "../create-device.ts";
import type { Device } from "../device.ts";
import { createDexieStore, databaseName, openDeviceDatabase } from "./dexie-store.ts";
import { createEventSourceFeed } from "./event-source-feed.ts";
import { fetchBulk } from "./fetch-bulk.ts";
import { createTabChannel } from "./tab-channel.ts";
import { createTabLocks } from "./tab-locks.ts";
import { wakeOnSigns } from "./wake-triggers.ts";
import { createWebsocketLinks } from "./websocket-link.ts";

export interface RunningDevice {
  device: Device;
  /** The person has signed in again, or the network may be back. */
  wake(): void;
  /** Stops; what was typed is on disk when it resolves. */
  stop(): Promise<void>;
  /** Stops and removes everything of this person from the device. */
  remove(): Promise<void>;
}

/** Resolves when what is on the device can be shown; the network is not waited for. */
export const startDevice = async (me: Person, signOut: () => Promise<void>): Promise<RunningDevice> => {
  const db = openDeviceDatabase(me.id);
  const tabs = createTabChannel(me.id);
  const links = createWebsocketLinks(`${location.origin.replace(/^http/, "ws")}/sync`);
  const engine = createEngine({
    me,
    store: createDexieStore(db),
    bulk: fetchBulk,
    links,
    feed: createEventSourceFeed(random),
    locks: createTabLocks(me.id),
    tabs,
    clock,
    random,
  });
  const unsentWords = new Y.Doc();
  const keptWords = new IndexeddbPersistence(unsentWordsName(me.id), unsentWords);
  await engine.load();
  const { device, dispose } = createRoot((disposeRoot) => ({
    device: createDevice({
      engine,
      me,
      awarenessOf: links.awarenessOf,
      unsentWords,
      wordsWritten: () => allWritten(keptWords),
      random,
      now: clock.now,
      signOut,
    }),
    dispose: disposeRoot,
  }));
  engine.start();
  const unlisten = wakeOnSigns(engine.wake);
  askToPersist(engine.listen);

  const stop = async () => {
    unlisten();
    await engine.stop();
    await keptWords.destroy();
    tabs.close();
    db.close();
    dispose();
  };
  return {
    device,
    wake: engine.wake,
    stop,
    remove: async () => {
      await stop();
      await Dexie.delete(databaseName(me.id));
      await clearDocument(unsentWordsName(me.id));
    },
  };
};

/** A request behind all others on the same store: when it is answered, they are. */
const allWritten = async (kept: IndexeddbPersistence): Promise<void> => {
  const { db } = await kept.whenSynced;
  if (db === null) return;
  await new Promise<void>((resolve) => {
    const transaction = db.transaction("updates", "readwrite");
    transaction.objectStore("updates").count();
    transaction.oncomplete = transaction.onabort = () => resolve();
  });
};

const unsentWordsName = (userId: UserId): string => `${databaseName(userId)}-unsent`;

const clock: DeviceClock = {
  now: () => Date.now(),
  setTimer: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

const random: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));

/** Asked once something of the person's own is on the device: that is what must not be evicted. */
const askToPersist = (listen: Engine["listen"]): void => {
  const unlisten = listen((change) => {
    if (change.kind !== "waiting") return;
    unlisten();
    // Refused or not, the app works the same; the browser decides.
    navigator.storage?.persist?.().catch(() => {});
  });
};
