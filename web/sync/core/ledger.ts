/**
 * What this device holds, in memory and in the store, always changed together: the store first. Open documents write
 * their own ticket (ticket-writer.ts); everything else that changes tickets goes through `change`.
 */
import type { Directory, Person } from "../../../shared/access/directory.ts";
import type { RandomBytes, TicketId } from "../../../shared/ids.ts";
import { rowsToDirectory } from "../../../shared/protocol/feed.ts";
import { backoffMs } from "./backoff.ts";
import { createDeviceIndex, type DeviceIndex } from "./device-index.ts";
import { type DeviceMeta, type DeviceStore, emptyMeta } from "./device-store.ts";
import type { DeviceClock, TabChannel } from "./ports.ts";
import type { StoredTicket } from "./records.ts";
import type { RefusalContext } from "./refusals.ts";
import type { Settled } from "./settle-answer.ts";

/** What listeners are told: the part that may look different now. */
export type DeviceChange =
  | { kind: "tickets"; ids: readonly TicketId[] }
  /** `waiting`: something was typed that is not on disk yet. */
  | { kind: "waiting" | "refused" | "directory" | "contact" | "progress" | "storage" };

export interface LedgerDeps {
  me: Person;
  store: DeviceStore;
  tabs: TabChannel;
  clock: DeviceClock;
  random: RandomBytes;
}

export interface Ledger {
  index: DeviceIndex;
  meta(): Readonly<DeviceMeta>;
  directory(): Directory;
  load(): Promise<void>;
  /** Another tab wrote about these tickets, or to the rest. */
  reload(ids: readonly TicketId[]): Promise<void>;
  saveMeta(change: Partial<DeviceMeta>): Promise<void>;
  /** One transaction over several tickets; resolves with what was settled once it is stored and memory follows. */
  change(
    ids: readonly TicketId[],
    decide: (id: TicketId, stored: StoredTicket) => Settled | null,
  ): Promise<ReadonlyMap<TicketId, Settled>>;
  /** The store has taken these list rows, and the feed stands at `cursor`. */
  tookSummaries(ids: readonly TicketId[], cursor: string): void;
  /** Repeats a task that the device could not store, until it can. */
  untilStored<Value>(task: () => Promise<Value>): Promise<Value>;
  storing(works: boolean): void;
  isStoring(): boolean;
  /** For refused changes about this ticket. */
  context(id: TicketId): RefusalContext;
  tell(change: DeviceChange): void;
  listen(listener: (change: DeviceChange) => void): () => void;
}

/** `settledTickets` brings documents in memory and list rows after what was written. */
export const createLedger = (
  deps: LedgerDeps,
  settledTickets: (settled: ReadonlyMap<TicketId, Settled>) => void,
): Ledger => {
  const { store, tabs, clock, random } = deps;
  const index = createDeviceIndex();
  const listeners = new Set<(change: DeviceChange) => void>();
  let meta = emptyMeta;
  let directory = emptyDirectory(deps.me);
  let isStoring = true;

  const setMeta = (to: DeviceMeta) => {
    if (to.directory !== null && to.directory !== meta.directory) directory = rowsToDirectory(to.directory);
    meta = to;
  };

  const ledger: Ledger = {
    index,
    meta: () => meta,
    directory: () => directory,
    load: async () => {
      // In this order: where rows are found broken the feed has to begin anew.
      index.load(await store.loadIndex());
      setMeta(await store.loadMeta());
    },
    reload: async (ids) => {
      setMeta(await store.loadMeta());
      index.load(await store.loadIndex(ids), ids);
      ledger.tell({ kind: "tickets", ids });
      ledger.tell({ kind: "refused" });
      ledger.tell({ kind: "directory" });
    },
    saveMeta: async (change) => {
      await store.saveMeta(change);
      setMeta({ ...meta, ...change });
      tabs.post({ kind: "meta" });
    },
    change: async (ids, decide) => {
      const settled = new Map<TicketId, Settled>();
      await store.change(ids, (id, stored) => {
        const result = decide(id, stored);
        if (result !== null) settled.set(id, result);
        return result?.writes ?? null;
      });
      ledger.storing(true);
      for (const [id, { writes, known }] of settled) index.wrote(id, writes, [], known);
      if (settled.size === 0) return settled;
      settledTickets(settled);
      const rebuilt = [...settled].filter(([, { effect }]) => effect !== "refresh").map(([id]) => id);
      tabs.post({ kind: "tickets", ids: [...settled.keys()], rebuilt });
      ledger.tell({ kind: "tickets", ids: [...settled.keys()] });
      if ([...settled.values()].some(({ writes }) => (writes.refused ?? []).length > 0))
        ledger.tell({ kind: "refused" });
      return settled;
    },
    tookSummaries: (ids, cursor) => {
      meta = { ...meta, feedCursor: cursor };
      tabs.post({ kind: "tickets", ids: [...ids], rebuilt: [] });
      ledger.tell({ kind: "tickets", ids });
    },
    untilStored: async (task) => {
      for (let attempt = 0; ; attempt++) {
        try {
          const value = await task();
          ledger.storing(true);
          return value;
        } catch {
          ledger.storing(false);
          await new Promise<void>((resolve) => clock.setTimer(backoffMs(attempt, random), resolve));
        }
      }
    },
    storing: (works) => {
      if (works === isStoring) return;
      isStoring = works;
      ledger.tell({ kind: "storage" });
    },
    isStoring: () => isStoring,
    context: (id) => ({
      ticket: id,
      title: (index.overlay.get(id) ?? index.summaries.get(id)?.summary)?.fields.title ?? "",
      nowMs: clock.now(),
    }),
    tell: (change) => {
      for (const listener of listeners) listener(change);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return ledger;
};

/** Before the first contact a device knows nobody but its own person. */
const emptyDirectory = (me: Person): Directory => ({
  people: new Map([[me.id, me]]),
  departments: new Map(),
  products: new Map(),
});
