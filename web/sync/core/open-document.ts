/**
 * A ticket that is open on this device: its document in memory, filled from the store, written through to the outbox,
 * and linked to the server. Whatever else writes to the store – bulk sync, another tab – ends in `refresh` or `rebuild`.
 */
import type * as Y from "yjs";
import { summarize } from "../../../shared/document/summarize.ts";
import type { RandomBytes, TicketId } from "../../../shared/ids.ts";
import type { EntryRepairs } from "../../../shared/protocol/repair.ts";
import type { RefusedChange } from "../device.ts";
import type { DeviceIndex } from "./device-index.ts";
import type { DeviceStore } from "./device-store.ts";
import { isEmptyUpdate, isOnDevice, knownSeq, knownUpdates } from "./known.ts";
import { deviceLimits } from "./limits.ts";
import { createLiveSession, type LiveSession } from "./live-session.ts";
import type { DeviceClock, LinkPort, LiveLink, TabLocks } from "./ports.ts";
import { pushRight } from "./push-right.ts";
import type { KnownRange, OutboxRow, StoredTicket, SummaryRow } from "./records.ts";
import { createRowList } from "./row-list.ts";
import { applies, fromElsewhere, newTicketDoc } from "./ticket-doc.ts";
import { createTicketWriter } from "./ticket-writer.ts";
import { classify } from "./written.ts";

export type DocumentPhase = "loading" | "ready" | "absent";

export interface OpenDocument {
  id: TicketId;
  /** Replaced by a new one after changes of this device were thrown out; `listen` tells. */
  doc(): Y.Doc;
  phase(): DocumentPhase;
  /** Connected and pushing: bulk sync need not look after this ticket. */
  isLive(): boolean;
  /** Local changes the server has not acknowledged, on disk or on their way there. */
  waiting(): number;
  /** Those of them that are not on disk yet. */
  unsaved(): number;
  /** Something else wrote to the store. */
  refresh(): Promise<void>;
  /** Something else threw out local changes, which a document in memory cannot forget. */
  rebuild(): Promise<void>;
  /** The ticket is not this person's any more. */
  vanish(): void;
  /** Connects again where the server had ended the link for good. */
  wake(): void;
  drained(): Promise<void>;
  close(): Promise<void>;
  listen(listener: (change: DocumentChange) => void): () => void;
}
/** `replaced`: `doc()` is another one now. `content`: something in the document changed. */
export type DocumentChange = "phase" | "replaced" | "content" | "waiting";

export interface OpenDocumentDeps {
  /** Loading waits for it: what was written by the ticket's previous opening. */
  before: Promise<unknown>;
  store: DeviceStore;
  index: DeviceIndex;
  links: LinkPort;
  locks: TabLocks;
  clock: DeviceClock;
  random: RandomBytes;
  epoch(): string;
  storing(works: boolean): void;
  untilStored<Value>(task: () => Promise<Value>): Promise<Value>;
  /** Asks the server about this ticket by bulk; resolves when it was asked, whatever came of it. */
  fetch(): Promise<void>;
  /** Answers false when the link speaks of another history. */
  welcomed(epoch: string, serverNow: number): boolean;
  linkEnded(code: number | null): void;
  repaired(missed: readonly EntryRepairs[]): RefusedChange[];
  ruledAgainst(doc: Y.Doc, settled: readonly OutboxRow[]): RefusedChange[];
  /** Takes rows out of the store that the server will not have; ends in `rebuild`. */
  refuse(rows: readonly OutboxRow[], code: string, facts: Record<string, unknown>): void;
  /** The stored bytes do not decode: sets them aside. */
  quarantine(stored: StoredTicket): Promise<void>;
  /** Local changes were written down, or settled. */
  wrote(): void;
}

/** Final for y-websocket: the server will not have this link. */
export const isFinal = (code: number | null): boolean => code !== null && code >= 4400 && code < 4500;

/** `isNew`: made on this device just now, so there is nothing to load, and nothing to speak of until somebody writes. */
export const openDocument = (id: TicketId, deps: OpenDocumentDeps, isNew = false): OpenDocument => {
  const { store, clock, random } = deps;
  const listeners = new Set<(change: DocumentChange) => void>();
  let doc = newDoc();
  let phase: DocumentPhase = "loading";
  let known = 0;
  const rows = createRowList();
  let link: LiveLink | null = null;
  let session: LiveSession | null = null;
  let hasEnded = false;
  let isClosed = false;
  let giveUpPushing: (() => void) | null = null;
  const missing = new Map<number, number>();

  const tell = (change: DocumentChange) => {
    for (const listener of listeners) listener(change);
  };

  const writer = createTicketWriter(id, deps, {
    saved: (saved) => {
      rows.saved(saved);
      deps.wrote();
      tell("waiting");
      session?.pump();
    },
    summaryAfter: (): SummaryRow | null =>
      rows.all().length > 0 || writer.unsaved() > 0 ? null : { seq: known, summary: summarize(id, doc) },
  });

  function newDoc(): Y.Doc {
    const fresh = newTicketDoc(id, random);
    fresh.on("update", (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (origin !== fromElsewhere) {
        writer.addRow({ update, ...classify(fresh, transaction), client: fresh.clientID, madeAt: clock.now() });
        tell("waiting");
        // One made here begins now; the server would not have known it before.
        if (link === null) connect();
      }
      tell("content");
    });
    return fresh;
  }

  const setPhase = (to: DocumentPhase) => {
    if (phase === to) return;
    phase = to;
    tell("phase");
  };

  const load = async (): Promise<void> => {
    await deps.before;
    for (let attempt = 0; attempt < 3 && !isClosed; attempt++) {
      const stored = await read();
      if (isClosed) return;
      if (!isOnDevice(stored)) {
        if (attempt === 0) await deps.fetch();
        continue;
      }
      if (take(stored)) return begin();
      replaceDoc();
      await deps.quarantine(stored);
      await deps.fetch();
    }
    if (!isClosed) setPhase("absent");
  };

  const read = (): Promise<StoredTicket> => {
    return deps.untilStored(() => {
      rows.reading();
      return store.loadTicket(id);
    });
  };

  /** Applies what the store holds. False: its server-known bytes do not decode. */
  const take = (stored: StoredTicket): boolean => {
    if (!knownUpdates(stored).every((update) => applies(doc, update))) return false;
    known = Math.max(known, knownSeq(stored));
    rows.read(stored.rows);
    const broken = rows.all().filter(({ update }) => !applies(doc, update));
    if (broken.length > 0) refuse(broken, "unreadable", {});
    return true;
  };

  const begin = () => {
    setPhase("ready");
    tell("waiting");
    connect();
  };

  const connect = () => {
    if (isClosed || phase !== "ready") return;
    link?.close();
    hasEnded = false;
    const mine: LiveSession = createLiveSession(host, clock, () => current);
    session = mine;
    const current: LiveLink = deps.links.connect(id, doc, () => ({ since: known, epoch: deps.epoch() }), mine);
    link = current;
  };

  const disconnect = () => {
    session?.stop();
    session = null;
    link?.close();
    link = null;
  };

  const refuse = (refused: readonly OutboxRow[], code: string, facts: Record<string, unknown>) => {
    rows.handled(refused);
    deps.refuse(refused, code, facts);
  };

  const host = {
    known: () => known,
    rows: () => (giveUpPushing === null ? [] : rows.all()),
    receive: (range: KnownRange) => {
      if (!applies(doc, range.update)) return void rebuild();
      const isNews = range.seq > known || !isEmptyUpdate(range.update);
      known = range.seq;
      if (isNews) writer.addRange(range);
    },
    settled: (settled: readonly OutboxRow[]) => {
      rows.handled(settled);
      writer.addRefused(deps.ruledAgainst(doc, settled));
      writer.settle(settled, known);
      void writer.drained().then(deps.wrote);
      tell("waiting");
    },
    repaired: (missed: readonly EntryRepairs[]) => {
      const changes = deps.repaired(missed);
      if (changes.length > 0) writer.addRefused(changes);
    },
    refused: (refused: readonly OutboxRow[], code: string, facts: Record<string, unknown>) => {
      const first = refused[0]?.n ?? 0;
      const times = (missing.get(first) ?? 0) + 1;
      missing.set(first, times);
      // What came before it may still be on its way; only when it is missed again and again is it really not there.
      if (code === "missing" && times < deviceLimits.missingTimes) return link?.reconnect();
      refuse(refused, code, facts);
    },
    welcomed: deps.welcomed,
    linkChanged: (code: number | null) => {
      if (isFinal(code)) hasEnded = true;
      if (session?.isLive() !== true) deps.linkEnded(code);
      tell("waiting");
    },
  };

  const replaceDoc = () => {
    const old = doc;
    doc = newDoc();
    known = 0;
    rows.clear();
    tell("replaced");
    old.destroy();
  };

  const rebuild = async (): Promise<void> => {
    disconnect();
    let stored: StoredTicket;
    do {
      await writer.drained();
      stored = await read();
      if (isClosed) return;
    } while (writer.unsaved() > 0);
    replaceDoc();
    setPhase("loading");
    if (isOnDevice(stored) && take(stored)) begin();
    else await load();
  };

  void deps.locks.acquire(pushRight(id)).then((release) => {
    if (isClosed) return release();
    giveUpPushing = release;
    session?.pump();
  });
  if (isNew) setPhase("ready");
  else void load();

  return {
    id,
    doc: () => doc,
    phase: () => phase,
    isLive: () => giveUpPushing !== null && session?.isLive() === true,
    waiting: () => rows.all().length + writer.unsaved(),
    unsaved: writer.unsaved,
    refresh: async () => {
      const stored = await read();
      if (isClosed || phase === "loading") return;
      if (!isOnDevice(stored) && phase === "absent") return;
      if (!take(stored)) return rebuild();
      if (phase === "absent") begin();
      tell("waiting");
      session?.pump();
    },
    rebuild,
    vanish: () => {
      disconnect();
      writer.forget();
      replaceDoc();
      setPhase("absent");
    },
    wake: () => {
      if (hasEnded) connect();
      else session?.pump();
    },
    drained: writer.drained,
    close: async () => {
      isClosed = true;
      disconnect();
      giveUpPushing?.();
      await writer.drained();
      doc.destroy();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
