/** A device's storage in memory, for tests and the simulation. `disk` outlives the store, as a disk outlives a crash. */
import type { ActionId, TicketId } from "../../../shared/ids.ts";
import type { KeptDecision, RefusedChange, SeenBrief } from "../device.ts";
import { type DeviceMeta, type DeviceStore, emptyMeta } from "./device-store.ts";
import { knownSeq } from "./known.ts";
import type { KnownRange, OutboxRow, StoredTicket, SummaryRow, TicketWrites } from "./records.ts";
import { seenSize, tooMuchSeen } from "./too-much-seen.ts";

export interface MemoryDisk {
  meta: DeviceMeta;
  documents: Map<TicketId, { bytes: Uint8Array; since: number }>;
  tails: Map<TicketId, KnownRange[]>;
  outbox: Map<number, OutboxRow>;
  lastN: number;
  summaries: Map<TicketId, SummaryRow>;
  refused: Map<string, RefusedChange>;
  discarded: Set<string>;
  quarantine: { ticketId: TicketId; bytes: Uint8Array }[];
  seen: SeenBrief[];
  decisions: Map<ActionId, KeptDecision>;
}

export const createMemoryDisk = (): MemoryDisk => ({
  meta: emptyMeta,
  documents: new Map(),
  tails: new Map(),
  outbox: new Map(),
  lastN: 0,
  summaries: new Map(),
  refused: new Map(),
  discarded: new Set(),
  quarantine: [],
  seen: [],
  decisions: new Map(),
});

/** `transact` runs one transaction: it may delay it, fail it before or after it took effect, or never come back. */
export type Transact = <Value>(name: string, work: () => Value) => Promise<Value>;

const atOnce: Transact = async (_, work) => work();

export const createMemoryDeviceStore = (disk: MemoryDisk, transact: Transact = atOnce): DeviceStore => ({
  loadMeta: () => transact("loadMeta", () => disk.meta),
  saveMeta: (change) =>
    transact("saveMeta", () => {
      disk.meta = { ...disk.meta, ...change };
    }),
  loadIndex: (ids) =>
    transact("loadIndex", () => {
      const isWanted = (id: TicketId) => ids === undefined || ids.includes(id);
      const known = new Map<TicketId, number>();
      for (const id of new Set([...disk.documents.keys(), ...disk.tails.keys()])) {
        if (isWanted(id)) known.set(id, knownSeq(ticketOn(disk, id)));
      }
      return {
        summaries: [...disk.summaries.values()].filter(({ summary }) => isWanted(summary.id)),
        outbox: [...disk.outbox.values()].filter((row) => isWanted(row.ticketId)),
        known,
        refused: [...disk.refused.values()],
        discarded: [...disk.discarded],
      };
    }),
  loadTicket: (id) => transact("loadTicket", () => ticketOn(disk, id)),
  loadTickets: (ids) => transact("loadTickets", () => ids.map((id) => ticketOn(disk, id))),
  loadRows: (ids) => transact("loadRows", () => new Map(ids.map((id) => [id, ticketOn(disk, id).rows]))),
  write: (id, writes) => transact("write", () => apply(disk, id, writes)),
  change: (ids, change) =>
    transact("change", () => {
      const all = ids.map((id) => ({ id, writes: change(id, ticketOn(disk, id)) }));
      for (const { id, writes } of all) if (writes !== null) apply(disk, id, writes);
    }),
  saveSummaries: (rows, feedCursor) =>
    transact("saveSummaries", () => {
      for (const row of rows) saveSummary(disk, row);
      disk.meta = { ...disk.meta, feedCursor };
    }),
  discardRefused: (id) =>
    transact("discardRefused", () => {
      disk.refused.delete(id);
      disk.discarded.add(id);
    }),
  loadSeen: (id) =>
    transact("loadSeen", () =>
      disk.seen.filter(({ ticket }) => ticket === id).sort((one, other) => (one.at < other.at ? 1 : -1)),
    ),
  keepSeen: (seen) =>
    transact("keepSeen", () => {
      const others = disk.seen.filter((one) => !isSameBrief(one, seen));
      const sizes = [...others, seen].map((one, key) => ({ key, at: one.at, size: seenSize(one) }));
      const leaving = new Set(tooMuchSeen(sizes));
      disk.seen = [...others, seen].filter((_, key) => !leaving.has(key));
    }),
  loadDecisions: () =>
    transact("loadDecisions", () => [...disk.decisions.values()].sort((one, other) => (one.id < other.id ? -1 : 1))),
  keepDecisions: (decisions) =>
    transact("keepDecisions", () => {
      for (const decision of decisions) disk.decisions.set(decision.id, decision);
    }),
  dropDecisions: (ids) =>
    transact("dropDecisions", () => {
      for (const id of ids) disk.decisions.delete(id);
    }),
});

const isSameBrief = (one: SeenBrief, other: SeenBrief): boolean =>
  one.ticket === other.ticket && one.fingerprint === other.fingerprint;

const ticketOn = (disk: MemoryDisk, id: TicketId): StoredTicket => {
  const document = disk.documents.get(id);
  return {
    bytes: document?.bytes ?? null,
    since: document?.since ?? 0,
    tail: [...(disk.tails.get(id) ?? [])],
    rows: [...disk.outbox.values()].filter(({ ticketId }) => ticketId === id),
  };
};

const apply = (disk: MemoryDisk, id: TicketId, writes: TicketWrites): number[] => {
  if (writes.document !== undefined) disk.tails.delete(id);
  if (writes.document === null) disk.documents.delete(id);
  else if (writes.document !== undefined) disk.documents.set(id, writes.document);
  for (const range of writes.tail ?? []) {
    const isOnDisk = disk.documents.has(id) || disk.tails.has(id);
    if (range.after === 0 || isOnDisk) disk.tails.set(id, [...(disk.tails.get(id) ?? []), range]);
  }
  for (const n of writes.dropRows ?? []) disk.outbox.delete(n);
  for (const change of writes.refused ?? []) {
    if (!disk.refused.has(change.id) && !disk.discarded.has(change.id)) disk.refused.set(change.id, change);
  }
  if (writes.summary === null) {
    disk.summaries.delete(id);
    disk.seen = disk.seen.filter(({ ticket }) => ticket !== id);
  } else if (writes.summary !== undefined) saveSummary(disk, writes.summary);
  for (const bytes of writes.quarantine ?? []) disk.quarantine.push({ ticketId: id, bytes });
  return (writes.addRows ?? []).map((row) => {
    disk.lastN++;
    disk.outbox.set(disk.lastN, { ...row, ticketId: id, n: disk.lastN });
    return disk.lastN;
  });
};

const saveSummary = (disk: MemoryDisk, row: SummaryRow): void => {
  if (row.seq >= (disk.summaries.get(row.summary.id)?.seq ?? 0)) disk.summaries.set(row.summary.id, row);
};
