/** The device engine as Solid accessors: one projection of the engine's changes, read by everything that shows something. */
import { createMemo, createSignal } from "solid-js";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { Person } from "../../shared/access/directory.ts";
import type { RandomBytes } from "../../shared/ids.ts";
import { isoTime } from "../../shared/time.ts";
import type { Engine } from "./core/engine.ts";
import type { DeviceChange } from "./core/ledger.ts";
import type { Device } from "./device.ts";
import { createTicketLister } from "./listed-tickets.ts";
import { createOpenTicket } from "./open-ticket.ts";
import { createUnsentWords } from "./unsent-words.ts";
import { syncStatus, waitingChanges } from "./waiting-changes.ts";

export interface DeviceParts {
  engine: Engine;
  me: Person;
  awarenessOf(doc: Y.Doc): Awareness;
  /** Kept on this device. */
  unsentWords: Y.Doc;
  /** Resolves when those are on disk. */
  wordsWritten(): Promise<unknown>;
  random: RandomBytes;
  now(): number;
  /** Ends the session and removes everything of this person from the device. */
  signOut(): Promise<void>;
}

/** Changes within this many milliseconds are shown together. */
const gatherMs = 50;

export const createDevice = (parts: DeviceParts): Device => {
  const { engine, me } = parts;
  const [shown, setShown] = createSignal(0, { equals: false });
  const [counted, setCounted] = createSignal(0, { equals: false });
  let isGathering = false;
  const hear = (change: DeviceChange) => {
    // 'Saved' must never stand there a moment too long, so what counts is not held back.
    setCounted(0);
    if (change.kind === "waiting" || isGathering) return;
    isGathering = true;
    setTimeout(() => {
      isGathering = false;
      setShown(0);
    }, gatherMs);
  };
  engine.listen(hear);

  const list = createTicketLister(engine);
  const watch = <Value>(read: () => Value) =>
    createMemo(() => {
      shown();
      return read();
    });
  const waiting = createMemo(() => {
    counted();
    return waitingChanges(engine);
  });

  return {
    me: watch(() => engine.directory().people.get(me.id) ?? me),
    directory: watch(engine.directory),
    tickets: watch(list),
    progress: watch(engine.progress),
    status: createMemo(() => {
      counted();
      return syncStatus(engine, waiting().length);
    }),
    lastContact: watch(() => (engine.contact.last() === 0 ? null : isoTime(engine.contact.last()))),
    waiting,
    refused: watch(() => [...engine.index.refused.values()].sort((a, b) => (a.at < b.at ? 1 : -1))),
    sessionEnded: watch(engine.contact.hasSessionEnded),
    open: (id) => createOpenTicket(id, { ...parts, me: engine.directory().people.get(me.id) ?? me }),
    createDraft: engine.createDraft,
    discardRefused: engine.discardRefused,
    unsent: createUnsentWords(parts.unsentWords),
    written: async () => {
      await Promise.all([engine.drained(), parts.wordsWritten()]);
    },
    syncNow: engine.syncNow,
    signOut: parts.signOut,
  };
};
