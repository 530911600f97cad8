/** The engine of one person in this browser: adapters, triggers, and the way out. A chunk of its own, loaded after sign-in. */
import { createRoot } from "solid-js";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import type { Person } from "../../../shared/access/directory.ts";
import { createEngine, type Engine } from "../core/engine.ts";
import { createDevice } from "../create-device.ts";
import type { Device } from "../device.ts";
import { createKeptDecisions } from "../kept-decisions.ts";
import { isLeaseOver } from "../lease.ts";
import { createTicketSearch } from "../search/ticket-search.ts";
import { createSeenBriefs } from "../seen-briefs.ts";
import { createStorageWatch } from "../storage-health.ts";
import { takeDecision } from "../take-decision.ts";
import { createUndoable } from "../undoable-decisions.ts";
import { askBeforeLeaving } from "./ask-before-leaving.ts";
import { askForBackgroundSync } from "./background-sync.ts";
import { clock, random } from "./clock-and-random.ts";
import { unsentWordsName } from "./database-name.ts";
import { openDeviceDatabase } from "./device-database.ts";
import { createDexieStore } from "./dexie-store.ts";
import { createDexieWords } from "./dexie-words.ts";
import { createEventSourceFeed } from "./event-source-feed.ts";
import { createFetchBulk } from "./fetch-bulk.ts";
import { removePerson } from "./left-behind.ts";
import { onLeaving } from "./on-leaving.ts";
import { createOpenInTabs } from "./open-in-tabs.ts";
import { spareTime } from "./spare-time.ts";
import { createTabChannel } from "./tab-channel.ts";
import { createTabLocks } from "./tab-locks.ts";
import { wakeOnSigns } from "./wake-triggers.ts";
import { wasRevoked } from "./was-revoked.ts";
import { createWebsocketLinks } from "./websocket-link.ts";
import { createWordReader } from "./word-reader.ts";

export interface RunningDevice {
  device: Device;
  /** Out of touch too long: nothing is to be shown before `inTouch`. */
  isLocked: boolean;
  /** Resolves at the first answer of the server in this start. */
  inTouch: Promise<void>;
  /** The person has signed in again, or the network may be back. */
  wake(): void;
  /** Stops; what was typed is on disk when it resolves. */
  stop(): Promise<void>;
  /** Stops and removes everything of this person from the device. */
  remove(): Promise<void>;
}

export interface StartOptions {
  signOut(): Promise<void>;
  /** This person was signed in here before, so their tickets should be here. */
  isReturning: boolean;
  /** Another window holds an older version of the storage open. */
  blocked(): void;
  /** The session was ended from elsewhere: nothing of this person is to stay here. */
  revoked(): void;
}

/** Resolves when what is on the device can be shown; the network is not waited for. */
export const startDevice = async (me: Person, options: StartOptions): Promise<RunningDevice> => {
  const storage = createStorageWatch();
  const db = openDeviceDatabase(me.id);
  db.on("blocked", options.blocked);
  // Told where the database is made anew.
  if (options.isReturning) db.on("populate", storage.foundEmpty);
  const tabs = createTabChannel(me.id);
  const links = createWebsocketLinks(me.id, `${location.origin.replace(/^http/, "ws")}/sync`);
  const store = createDexieStore(db);
  const locks = createTabLocks(me.id);
  const engine = createEngine({
    me,
    store,
    bulk: createFetchBulk(me.id),
    links,
    feed: createEventSourceFeed(me.id, random),
    locks,
    tabs,
    clock,
    random,
  });
  const unsentWords = new Y.Doc();
  const keptWords = new IndexeddbPersistence(unsentWordsName(me.id), unsentWords);
  const undoable = createUndoable({
    clock,
    kept: createKeptDecisions({ store, locks, clock }),
    take: (decision) => takeDecision(engine, decision),
  });
  const seen = createSeenBriefs(store, engine.contact.serverNow);
  await engine.load();
  const reader = createWordReader();
  const search = createTicketSearch({
    engine,
    documents: store,
    words: createDexieWords(db),
    readDocuments: reader.read,
    spareTime,
    later: clock.setTimer,
    now: () => performance.now(),
  });
  const { device, dispose } = createRoot((disposeRoot) => ({
    device: createDevice({
      engine,
      search,
      me,
      awarenessOf: links.awarenessOf,
      unsentWords,
      wordsWritten: () => allWritten(keptWords),
      random,
      now: clock.now,
      storage,
      openInTabs: createOpenInTabs(me.id),
      seen,
      undoable,
      signOut: options.signOut,
    }),
    dispose: disposeRoot,
  }));
  const isLocked = isLeaseOver(engine.contact.last(), clock.now());
  const inTouch = new Promise<void>((resolve) => {
    const unlistenTouch = engine.listen(() => {
      if (engine.contact.isReachable() !== true || engine.contact.hasSessionEnded()) return;
      unlistenTouch();
      resolve();
    });
  });
  const unlistenEnd = engine.listen(({ kind }) => {
    if (kind !== "contact" || !engine.contact.hasSessionEnded()) return;
    unlistenEnd();
    void wasRevoked().then((isRevoked) => isRevoked && options.revoked());
  });
  engine.start();
  void undoable.start();
  const unlisten = wakeOnSigns(engine.wake);
  const stopAskingForSync = askForBackgroundSync(engine);
  const stopAskingToStay = askBeforeLeaving(engine);
  const unlistenLeaving = onLeaving(() => void undoable.takeAll());
  askToPersist(engine.listen);
  storage.countSetAside(await db.quarantine.count());

  const stop = async () => {
    unlisten();
    stopAskingForSync();
    stopAskingToStay();
    unlistenLeaving();
    undoable.stop();
    search.stop();
    reader.stop();
    await engine.stop();
    await keptWords.destroy();
    tabs.close();
    db.close();
    dispose();
  };
  // A newer version of the app wants the storage: all that was typed is written down, then it is let go of.
  db.on("versionchange", ({ newVersion }) => {
    if (newVersion === null) return true;
    void stop().then(storage.takenOver);
    return false;
  });
  return {
    device,
    isLocked,
    inTouch,
    wake: engine.wake,
    stop,
    remove: async () => {
      await stop();
      await removePerson(me.id);
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

/** Asked once something of the person's own is on the device: that is what must not be evicted. */
const askToPersist = (listen: Engine["listen"]): void => {
  const unlisten = listen((change) => {
    if (change.kind !== "waiting") return;
    unlisten();
    // Refused or not, the app works the same; the browser decides.
    navigator.storage?.persist?.().catch(() => {});
  });
};
