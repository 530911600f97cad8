/**
 * The device engine: all of sync on a device that is not the browser's own. It knows nothing of DOM, Solid, Dexie or
 * sockets, and takes storage, network, clock and randomness as parameters, so that the simulation runs the same code.
 */
import type { Directory, Person } from "../../../shared/access/directory.ts";
import { writeFields } from "../../../shared/document/write.ts";
import { type ActionId, newId, type RandomBytes, type TicketId } from "../../../shared/ids.ts";
import { closeCodes } from "../../../shared/protocol/close-codes.ts";
import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import type { Action } from "../../../shared/workflow/actions.ts";
import { createBulkSync } from "./bulk-sync.ts";
import { type Contact, createContact } from "./contact.ts";
import type { DeviceIndex } from "./device-index.ts";
import type { DeviceStore } from "./device-store.ts";
import { createFeedIntake } from "./feed-intake.ts";
import { freeSpace, spareTickets } from "./free-space.ts";
import { createHistory } from "./history.ts";
import { foldKnown, isOnDevice, knownSeq } from "./known.ts";
import { createLedger, type DeviceChange, type Ledger } from "./ledger.ts";
import { deviceLimits } from "./limits.ts";
import { createListRows } from "./list-rows.ts";
import { isFinal, type OpenDocument, type OpenDocumentDeps } from "./open-document.ts";
import { createOpenDocuments, type OpenDocuments } from "./open-documents.ts";
import type { BulkTransport, DeviceClock, FeedPort, LinkPort, TabChannel, TabLocks, TabNotice } from "./ports.ts";
import { refusedAction, refusedByRepair, refusedByRuling } from "./refusals.ts";
import { refuseRows } from "./refuse-rows.ts";
import { setAside } from "./settle-answer.ts";
import { staleTickets } from "./work-list.ts";

export interface EngineDeps {
  me: Person;
  store: DeviceStore;
  bulk: BulkTransport;
  links: LinkPort;
  feed: FeedPort;
  locks: TabLocks;
  tabs: TabChannel;
  clock: DeviceClock;
  random: RandomBytes;
}

export interface Engine {
  index: Pick<DeviceIndex, "summaries" | "waiting" | "known" | "refused">;
  contact: Pick<Contact, "isReachable" | "last" | "hasSessionEnded" | "serverNow">;
  directory(): Directory;
  /** Local changes that are not even on this device's disk yet. */
  unsaved(): number;
  /** False while the device cannot write to its storage. */
  isStoring(): boolean;
  /** A ticket as lists show it: with this person's waiting changes. */
  listRow(id: TicketId): TicketSummary | undefined;
  /** First download: how many of how many; null when nothing is missing. */
  progress(): { done: number; total: number } | null;
  /** Reads what is on the device; then everything but the network works. */
  load(): Promise<void>;
  /** Begins to talk to the server. */
  start(): void;
  open(id: TicketId): { document: OpenDocument; release(): Promise<void> };
  /** A new draft, with the person's own department. The first word written into it makes it; untouched it leaves no trace. */
  createDraft(): TicketId;
  discardRefused(id: string): Promise<void>;
  /** Keeps an action that could be written nowhere, with the reason. */
  refuseAction(ticket: TicketId, id: ActionId, action: Action, code: string): Promise<void>;
  /** Tickets that are over and could go from this device: nothing of theirs is unsent. */
  spareTickets(): TicketId[];
  /**
   * Removes their documents, except for those that other tabs have open; resolves with how many went. None goes while the
   * server cannot be reached, from where they come back.
   */
  freeSpace(openElsewhere: ReadonlySet<TicketId>): Promise<number>;
  /** Resolves when everything typed so far is on disk. */
  drained(): Promise<unknown>;
  /** Sends and fetches now; resolves when nothing is left that can be done now. */
  syncNow(): Promise<void>;
  /** Something says that the server may be reachable again: online, visible, signed in. */
  wake(): void;
  /** Closes everything; resolves when what was typed is on disk. */
  stop(): Promise<void>;
  listen(listener: (change: DeviceChange) => void): () => void;
}

export const createEngine = (deps: EngineDeps): Engine => {
  const { me, store, tabs, clock, random } = deps;
  const stops: (() => void)[] = [];
  let feed: ReturnType<FeedPort["connect"]> | null = null;
  /** How many tickets the download that is under way is about; 0 for none. */
  let downloadTotal = 0;
  let isStopped = false;

  const ledger: Ledger = createLedger(deps, (settled) => {
    documents.follow([...settled].map(([id, { effect }]) => [id, effect]));
    for (const id of settled.keys()) if (ledger.index.waiting.has(id)) rows.mark(id);
  });
  const { index } = ledger;
  const contact = createContact(store, clock, () => ledger.tell({ kind: "contact" }));
  const documents: OpenDocuments = createOpenDocuments(
    (id) => documentDeps(id),
    (document) =>
      document.listen((change) => {
        if (change === "content" || change === "waiting") rows.mark(document.id);
        if (change === "waiting") ledger.tell({ kind: "waiting" });
      }),
    (id) => fold(id),
  );
  const rows = createListRows({ ...deps, ledger, serverNow: contact.serverNow, openDocument: documents.get });
  const history = createHistory(ledger, documents.drained, () => {
    feed?.restart();
    documents.reload();
  });
  const bulk = createBulkSync({
    ...deps,
    ledger,
    contact,
    isLive: (id) => documents.get(id)?.isLive() === true,
    checkEpoch: history.check,
    progressed: () => ledger.tell({ kind: "progress" }),
  });
  const takeFeedEvent = createFeedIntake({
    ledger,
    store,
    history,
    drained: documents.drained,
    ready: (total) => {
      downloadTotal = total;
      // All one may read has been sent, so a device that holds more was not told of what was taken away: bulk finds out.
      const held = new Set([...index.summaries.keys(), ...index.known.keys()]);
      if (held.size > total) for (const id of held) void bulk.fetch(id);
      beginAnewIf(index.summaries.size < total);
      bulk.kick();
    },
  });

  let hasBegunAnew = false;
  /**
   * Fewer rows than one may read: what bulk said was gone, while a right was away for a moment, the feed does not tell
   * again by itself. It does once it is asked from the beginning, which is done once until nothing is missing.
   */
  const beginAnewIf = (isMissing: boolean) => {
    const begins = isMissing && !hasBegunAnew;
    hasBegunAnew = isMissing;
    if (begins) void ledger.untilStored(() => ledger.saveMeta({ feedCursor: "" })).then(() => feed?.restart());
  };

  const documentDeps = (id: TicketId): Omit<OpenDocumentDeps, "before"> => ({
    ...deps,
    index,
    epoch: () => ledger.meta().epoch,
    storing: ledger.storing,
    untilStored: ledger.untilStored,
    fetch: () => bulk.fetch(id),
    welcomed: (epoch, serverNow) => {
      contact.reached(serverNow);
      const known = ledger.meta().epoch;
      history.check(epoch).catch(() => ledger.storing(false));
      return known === "" || known === epoch;
    },
    linkEnded: (code) => {
      if (code === closeCodes.sessionEnded) return contact.sessionEnded();
      contact.lost();
      // The server ended it for good: bulk says why, ticket by ticket and change by change.
      if (isFinal(code)) void bulk.fetch(id);
      bulk.kick();
    },
    repaired: (missed) => refusedByRepair(missed, ledger.context(id)).filter((change) => !index.refused.has(change.id)),
    ruledAgainst: (doc, settled) =>
      refusedByRuling(
        doc,
        settled.flatMap(({ actionId }) => actionId ?? []),
        ledger.context(id),
      ),
    refuse: (refused, code, facts) => void refuseRows(ledger, id, refused, { code, facts }),
    quarantine: async () => {
      // The document reads the store again by itself.
      await ledger.untilStored(() => ledger.change([id], (_, stored) => ({ ...setAside(stored), effect: "refresh" })));
    },
    wrote: () => {
      tabs.post({ kind: "tickets", ids: [id], rebuilt: [] });
      rows.mark(id);
      ledger.tell({ kind: "tickets", ids: [id] });
      ledger.tell({ kind: "refused" });
      bulk.kick();
    },
  });

  /** What was received piece by piece while the ticket was open becomes one document again. */
  const fold = (id: TicketId): Promise<unknown> =>
    ledger.untilStored(() =>
      ledger.change([id], (_, stored) => {
        const document = stored.tail.length === 0 ? null : foldKnown(id, stored);
        return document && { writes: { document }, known: knownSeq(stored), effect: "refresh", missing: [] };
      }),
    );

  const follow = async (notice: TabNotice): Promise<void> => {
    const ids = notice.kind === "tickets" ? notice.ids : [];
    await ledger.reload(ids);
    const rebuilt = new Set(notice.kind === "tickets" ? notice.rebuilt : []);
    documents.follow(ids.map((id) => [id, rebuilt.has(id) ? "rebuild" : "refresh"]));
    for (const id of ids) rows.mark(id);
    // The tab that wrote is about to send it; if it died, this one does.
    bulk.kick(deviceLimits.otherTabMs);
  };

  const startFeed = async () => {
    // One tab hears the feed; the others read what it wrote down.
    const release = await deps.locks.acquire("feed");
    if (isStopped) return release();
    stops.push(release);
    feed = deps.feed.connect(() => ledger.meta().feedCursor, {
      event: async (event, cursor) => {
        contact.reached(null);
        await ledger.untilStored(() => takeFeedEvent(event, cursor));
        bulk.kick();
      },
      lost: contact.lost,
      signedOut: contact.sessionEnded,
    });
    stops.push(() => feed?.stop());
  };

  return {
    index,
    contact,
    directory: ledger.directory,
    unsaved: documents.unsaved,
    isStoring: ledger.isStoring,
    listRow: (id) => index.overlay.get(id) ?? index.summaries.get(id)?.summary,
    progress: () => {
      const missing = downloadTotal === 0 ? 0 : [...staleTickets(index)].filter((id) => !index.known.has(id)).length;
      if (missing === 0) downloadTotal = 0;
      return missing === 0 ? null : { done: downloadTotal - missing, total: downloadTotal };
    },
    load: async () => {
      await ledger.load();
      contact.restore(ledger.meta());
      for (const id of index.waiting.keys()) rows.mark(id, "now");
    },
    start: () => {
      stops.push(tabs.listen((notice) => void follow(notice).catch(() => ledger.storing(false))));
      void startFeed();
      bulk.kick();
    },
    open: (id) => documents.open(id),
    createDraft: () => {
      const id = newId<TicketId>(clock.now(), random);
      const { document, release } = documents.open(id, true);
      const doc = document.doc();
      // In the transaction of the first word itself: nobody ever holds one without the other.
      doc.once("beforeTransaction", () => writeFields(doc, { kind: "creative", department: me.department }));
      // The caller opens it in the same turn and keeps it open; else it closes once it is written.
      void document.drained().then(release);
      return id;
    },
    discardRefused: async (id) => {
      await store.discardRefused(id);
      index.discardRefused(id);
      tabs.post({ kind: "refused" });
      ledger.tell({ kind: "refused" });
    },
    refuseAction: async (ticket, id, action, code) => {
      await ledger.untilStored(() =>
        ledger.change([ticket], (_, stored) => ({
          writes: { refused: [refusedAction(id, action, code, ledger.context(ticket))] },
          known: isOnDevice(stored) ? knownSeq(stored) : null,
          effect: "refresh",
          missing: [],
        })),
      );
    },
    spareTickets: () => spareTickets(index),
    freeSpace: async (openElsewhere) =>
      contact.isReachable() === true && !contact.hasSessionEnded()
        ? freeSpace(ledger, (id) => documents.holds(id) || openElsewhere.has(id))
        : 0,
    drained: () => documents.drained(),
    syncNow: () => bulk.now(),
    wake: () => {
      documents.wake();
      feed?.wake();
      void bulk.now();
    },
    stop: async () => {
      isStopped = true;
      bulk.stop();
      rows.stop();
      for (const stop of stops) stop();
      await documents.closeAll();
    },
    listen: ledger.listen,
  };
};
