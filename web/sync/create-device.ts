/** The device engine as Solid accessors: one projection of the engine's changes, read by everything that shows something. */
import { createMemo, createSignal } from "solid-js";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { Person } from "../../shared/access/directory.ts";
import { type ActionId, newId, type RandomBytes, type TicketId } from "../../shared/ids.ts";
import { isoTime } from "../../shared/time.ts";
import type { Action } from "../../shared/workflow/actions.ts";
import type { Engine } from "./core/engine.ts";
import type { DeviceChange } from "./core/ledger.ts";
import type { Device } from "./device.ts";
import { createTicketLister } from "./listed-tickets.ts";
import { createOpenTicket } from "./open-ticket.ts";
import type { TicketSearch } from "./search/ticket-search.ts";
import type { SeenBriefs } from "./seen-briefs.ts";
import { rowsWithDecisions, waitingDecisions } from "./shown-decisions.ts";
import type { StorageHealth } from "./storage-health.ts";
import type { RunningUndoable } from "./undoable-decisions.ts";
import { createUnsentWords } from "./unsent-words.ts";
import { syncStatus, waitingChanges } from "./waiting-changes.ts";

export interface DeviceParts {
  engine: Engine;
  search: Pick<TicketSearch, "find" | "listen">;
  me: Person;
  awarenessOf(doc: Y.Doc): Awareness;
  /** Kept on this device. */
  unsentWords: Y.Doc;
  /** Resolves when those are on disk. */
  wordsWritten(): Promise<unknown>;
  random: RandomBytes;
  now(): number;
  storage: StorageHealth;
  /** Tickets that any tab has open; null where the browser cannot say. */
  openInTabs: (() => Promise<ReadonlySet<TicketId>>) | null;
  seen: SeenBriefs;
  undoable: RunningUndoable;
  /** Ends the session and removes everything of this person from the device. */
  signOut(): Promise<void>;
}

/** Changes within this many milliseconds are shown together. */
const gatherMs = 50;
/** What is read in for the search is found this much later: each slice of it by itself would find everything anew. */
const foundMs = 250;
/** Where showing them takes long, as in a first download, the device has this many times as long for everything else. */
const restFactor = 4;

export const createDevice = (parts: DeviceParts): Device => {
  const { engine, me, undoable } = parts;
  const [shown, setShown] = createSignal(0, { equals: false });
  const [counted, setCounted] = createSignal(0, { equals: false });
  let isGathering = false;
  let restMs = gatherMs;
  const show = () => {
    const startedAt = parts.now();
    isGathering = false;
    setShown(0);
    restMs = Math.max(gatherMs, restFactor * (parts.now() - startedAt));
  };
  const hear = (change: DeviceChange) => {
    // 'Saved' must never stand there a moment too long, so what counts is not held back.
    setCounted(0);
    if (change.kind === "waiting" || isGathering) return;
    isGathering = true;
    setTimeout(show, restMs);
  };
  engine.listen(hear);

  const [found, setFound] = createSignal(0, { equals: false });
  let isFinding = false;
  parts.search.listen(() => {
    if (isFinding) return;
    isFinding = true;
    setTimeout(() => {
      isFinding = false;
      setFound(0);
    }, foundMs);
  });

  const list = createTicketLister(engine);
  const watch = <Value>(read: () => Value) =>
    createMemo(() => {
      shown();
      return read();
    });
  const listed = watch(list);
  const directory = watch(engine.directory);
  const waiting = createMemo(() => {
    counted();
    return [...waitingChanges(engine), ...waitingDecisions(undoable.untaken(), engine)];
  });

  return {
    isWhole: () => true,
    me: watch(() => engine.directory().people.get(me.id) ?? me),
    directory,
    tickets: createMemo(() => {
      const viewer = { me: directory().people.get(me.id) ?? me, directory: directory() };
      return rowsWithDecisions(listed(), undoable.shown(), { ...viewer, nowMs: engine.contact.serverNow() });
    }),
    progress: watch(engine.progress),
    status: createMemo(() => {
      counted();
      return syncStatus(engine, waiting().length);
    }),
    lastContact: watch(() => (engine.contact.last() === 0 ? null : isoTime(engine.contact.last()))),
    waiting,
    refused: watch(() => [...engine.index.refused.values()].sort((a, b) => (a.at < b.at ? 1 : -1))),
    isStoring: createMemo(() => {
      counted();
      return engine.isStoring();
    }),
    // Looks at every ticket, so only while somebody looks at it.
    kept: () => {
      shown();
      return {
        tickets: engine.index.known.size,
        spare: parts.openInTabs === null ? 0 : engine.spareTickets().length,
      };
    },
    find: (query) => {
      found();
      return parts.search.find(query);
    },
    sessionEnded: watch(engine.contact.hasSessionEnded),
    open: (id) =>
      createOpenTicket(id, { ...parts, decisions: undoable, me: engine.directory().people.get(me.id) ?? me }),
    createDraft: engine.createDraft,
    discardRefused: engine.discardRefused,
    freeSpace: async () => {
      if (parts.openInTabs === null) return 0;
      const decided = undoable.shown().map(({ ticket }) => ticket);
      return engine.freeSpace(new Set([...(await parts.openInTabs()), ...decided]));
    },
    unsent: createUnsentWords(parts.unsentWords),
    storage: parts.storage,
    seen: parts.seen,
    undoable,
    decide: (decisions) => {
      const at = isoTime(parts.now());
      for (const { ticket, action } of decisions) if (action.type === "approve") void parts.seen.keep(ticket, null);
      undoable.decide(
        decisions.map(({ ticket, action }) => ({
          id: newId<ActionId>(parts.now(), parts.random),
          ticket: ticket.id,
          action: { ...action, actor: me.id, at } as Action,
        })),
      );
    },
    written: async () => {
      await Promise.all([engine.drained(), parts.wordsWritten()]);
    },
    syncNow: engine.syncNow,
    signOut: parts.signOut,
  };
};
