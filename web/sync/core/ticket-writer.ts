/**
 * Writes down what happens to an open ticket, in order, one transaction at a time. What arrives while one is being
 * written goes together into the next, so that a local change is never on disk without what it was typed into.
 */
import * as Y from "yjs";
import type { RandomBytes, TicketId } from "../../../shared/ids.ts";
import type { RefusedChange } from "../device.ts";
import { backoffMs } from "./backoff.ts";
import type { DeviceIndex } from "./device-index.ts";
import type { DeviceStore } from "./device-store.ts";
import { deviceLimits } from "./limits.ts";
import type { DeviceClock } from "./ports.ts";
import type { KnownRange, NewOutboxRow, OutboxRow, SummaryRow, TicketWrites } from "./records.ts";

export interface TicketWriterDeps {
  store: DeviceStore;
  index: DeviceIndex;
  clock: DeviceClock;
  random: RandomBytes;
  /** False while the device cannot store; told again when it can. */
  storing(works: boolean): void;
}

export interface TicketWriter {
  /** A local change; written at once. */
  addRow(row: NewOutboxRow): void;
  /** What the server told; written with the next local change or soon. */
  addRange(range: KnownRange): void;
  /** The server holds these rows: they are taken out of the outbox and into the server-known state up to `seq`. */
  settle(rows: readonly OutboxRow[], seq: number): void;
  addRefused(changes: readonly RefusedChange[]): void;
  /** The ticket was purged: what the server told is not written any more; what the person wrote still is. */
  forget(): void;
  /** Local changes that are not on disk yet. */
  unsaved(): number;
  /** Resolves when everything given so far is on disk. */
  drained(): Promise<void>;
}

interface Batch {
  ranges: KnownRange[];
  added: NewOutboxRow[];
  settled: OutboxRow[];
  refused: RefusedChange[];
}

export interface TicketWriterEvents {
  saved(rows: OutboxRow[]): void;
  /** Asked when rows were settled: the list row of the ticket if nothing waits any more. */
  summaryAfter(settled: readonly OutboxRow[]): SummaryRow | null;
}

export const createTicketWriter = (id: TicketId, deps: TicketWriterDeps, events: TicketWriterEvents): TicketWriter => {
  let next = emptyBatch();
  let writing: { batch: Batch; done: Promise<void> } | null = null;
  let stopWaiting: (() => void) | null = null;
  /** The batch that was being written when the ticket was purged. */
  let forgotten: Batch | null = null;

  const write = async (): Promise<void> => {
    stopWaiting?.();
    stopWaiting = null;
    for (let attempt = 0; !isEmpty(next); ) {
      const batch = next;
      next = emptyBatch();
      if (writing !== null) writing.batch = batch;
      const writes = toWrites(batch, events);
      try {
        const ns = await deps.store.write(id, writes);
        attempt = 0;
        deps.storing(true);
        deps.index.wrote(id, writes, ns, batch.ranges.at(-1)?.seq ?? null);
        events.saved((writes.addRows ?? []).map((row, i) => ({ ...row, ticketId: id, n: ns[i] ?? 0 })));
      } catch {
        deps.storing(false);
        if (writing !== null) writing.batch = emptyBatch();
        next = joined(forgotten === batch ? ownOf(batch) : batch, next);
        await new Promise<void>((resolve) => deps.clock.setTimer(backoffMs(attempt++, deps.random), resolve));
      }
    }
    writing = null;
  };

  const now = () => {
    // The first turn is left free, so that what one event does goes into one transaction.
    writing ??= { batch: emptyBatch(), done: Promise.resolve().then(write) };
  };
  const soon = () => {
    if (writing === null) stopWaiting ??= deps.clock.setTimer(deviceLimits.remoteWriteMs, now);
  };

  return {
    addRow: (row) => {
      next.added.push(row);
      now();
    },
    addRange: (range) => {
      next.ranges.push(range);
      soon();
    },
    settle: (rows, seq) => {
      next.settled.push(...rows);
      // Whatever way the server's state comes here, an acknowledged row is part of it from now on.
      for (const { update } of rows) next.ranges.push({ after: seq, seq, update });
      now();
    },
    addRefused: (changes) => {
      next.refused.push(...changes);
      now();
    },
    forget: () => {
      next = ownOf(next);
      forgotten = writing?.batch ?? null;
    },
    unsaved: () => next.added.length + (writing?.batch.added.length ?? 0),
    drained: async () => {
      if (!isEmpty(next)) now();
      while (writing !== null) await writing.done;
    },
  };
};

const emptyBatch = (): Batch => ({ ranges: [], added: [], settled: [], refused: [] });

const ownOf = ({ added, refused }: Batch): Batch => ({ ...emptyBatch(), added, refused });

const isEmpty = (batch: Batch): boolean => Object.values(batch).every((list) => list.length === 0);

const joined = (a: Batch, b: Batch): Batch => ({
  ranges: [...a.ranges, ...b.ranges],
  added: [...a.added, ...b.added],
  settled: [...a.settled, ...b.settled],
  refused: [...a.refused, ...b.refused],
});

const toWrites = (batch: Batch, events: TicketWriterEvents): TicketWrites => {
  const summary = batch.settled.length > 0 ? events.summaryAfter(batch.settled) : null;
  return {
    tail: mergeRanges(batch.ranges),
    addRows: mergeAdded(batch.added),
    dropRows: batch.settled.map(({ n }) => n),
    refused: batch.refused,
    ...(summary === null ? {} : { summary }),
  };
};

const mergeRanges = (ranges: readonly KnownRange[]): KnownRange[] => {
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined || ranges.length === 1) return [...ranges];
  return [{ after: first.after, seq: last.seq, update: Y.mergeUpdates(ranges.map(({ update }) => update)) }];
};

/** Keystrokes of one burst become one row; actions and other kinds of content stay apart. */
const mergeAdded = (rows: readonly NewOutboxRow[]): NewOutboxRow[] => {
  const groups: NewOutboxRow[][] = [];
  for (const row of rows) {
    const open = groups.at(-1);
    const joins =
      open?.[0] !== undefined && row.kind === "content" && open[0].kind === "content" && open[0].what === row.what;
    if (joins) open.push(row);
    else groups.push([row]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [group.length === 1 ? first : { ...first, update: Y.mergeUpdates(group.map(({ update }) => update)) }];
  });
};
