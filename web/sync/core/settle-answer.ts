/** What a bulk answer about one ticket changes on the device, worked out inside the store's transaction. */
import * as Y from "yjs";
import { summarize } from "../../../shared/document/summarize.ts";
import type { TicketId } from "../../../shared/ids.ts";
import type { BulkTicketAnswer } from "../../../shared/protocol/bulk.ts";
import { buildDocument, foldKnown, isEmptyUpdate, knownSeq, knownUpdates } from "./known.ts";
import { deviceLimits } from "./limits.ts";
import type { Parcel } from "./parcels.ts";
import type { KnownRange, OutboxRow, StoredTicket, TicketWrites } from "./records.ts";
import { type RefusalContext, refusedByRepair, refusedByRuling, refusedRows } from "./refusals.ts";

/** What was asked about the ticket. */
export interface SentTicket {
  since: number;
  parcels: readonly Parcel[];
}

export interface Settled {
  writes: TicketWrites;
  /** How far the ticket is known now; null when nothing of the server's state is left. */
  known: number | null;
  /** What a document in memory has to do: read on, be built anew because local changes were thrown out, or go. */
  effect: "refresh" | "rebuild" | "vanish";
  /** Rows that refer to something the server does not have. */
  missing: OutboxRow[];
}

/** Null: nothing to write. `giveUp` says of a row that it has been missed often enough. */
export const settleAnswer = (
  stored: StoredTicket,
  sent: SentTicket,
  answer: BulkTicketAnswer,
  giveUp: (row: OutboxRow) => boolean,
  context: RefusalContext,
): Settled | null => {
  if (answer.status === "later") return null;
  if (answer.status === "gone") return settleGone(stored, context);
  // The document was thrown away meanwhile: the difference does not fit what is there now.
  if (knownSeq(stored) < sent.since) return null;

  const outcome = sortRows(stored, sent, answer.results, giveUp);
  const range = toRange(sent.since, answer, outcome.acked);
  const known = withRange(stored, range);
  const refused = [
    ...refusedByRepair(answer.missed, context),
    ...outcome.refused.flatMap(({ rows, code, facts }) => refusedRows(stored, rows, { code, facts }, context)),
  ];
  const writes: TicketWrites = {
    ...documentWrites(context.ticket, stored, known, range),
    dropRows: [...outcome.acked, ...outcome.refused.flatMap(({ rows }) => rows)].map(({ n }) => n),
    refused,
  };
  if (outcome.acked.length > 0 && !addRulings(writes, known, outcome.acked, context)) return setAside(stored);
  const effect = outcome.refused.length > 0 ? "rebuild" : "refresh";
  return { writes, known: knownSeq(known), effect, missing: outcome.missing };
};

/** The server-known bytes do not decode: they are fetched again. The rows stay and are asked about again. */
export const setAside = (stored: StoredTicket): Settled => ({
  writes: {
    document: null,
    quarantine: [...(stored.bytes === null ? [] : [stored.bytes]), ...stored.tail.map(({ update }) => update)],
  },
  known: null,
  effect: "rebuild",
  missing: [],
});

interface Outcome {
  acked: OutboxRow[];
  refused: { rows: OutboxRow[]; code: string; facts: Record<string, unknown> }[];
  missing: OutboxRow[];
}

const sortRows = (
  stored: StoredTicket,
  sent: SentTicket,
  results: Extract<BulkTicketAnswer, { status: "synced" }>["results"],
  giveUp: (row: OutboxRow) => boolean,
): Outcome => {
  const here = new Set(stored.rows.map(({ n }) => n));
  const outcome: Outcome = { acked: [], refused: [], missing: [] };
  for (const [i, parcel] of sent.parcels.entries()) {
    const result = results[i];
    const rows = parcel.rows.filter(({ n }) => here.has(n));
    if (result === undefined || rows.length === 0) continue;
    if (result.kind === "acked") outcome.acked.push(...rows);
    else if (result.code !== "missing" || rows.some(giveUp)) outcome.refused.push({ ...result, rows });
    else outcome.missing.push(...rows);
  }
  return outcome;
};

/**
 * The difference and the acknowledged rows as one range: whatever way the server's state comes here, what it has
 * acknowledged is part of it.
 */
const toRange = (
  since: number,
  { seq, diff }: Extract<BulkTicketAnswer, { status: "synced" }>,
  acked: readonly OutboxRow[],
): KnownRange | null => {
  const updates = [...(isEmptyUpdate(diff) ? [] : [diff]), ...acked.map(({ update }) => update)];
  const [first] = updates;
  if (first === undefined && seq <= since) return null;
  const update = updates.length > 1 ? Y.mergeUpdates(updates) : (first ?? noChange);
  return { after: since, seq: Math.max(seq, since), update };
};

/** The entries are the device's own, which came here by a live link before: they need no bytes, but bytes that decode. */
const noChange = new Uint8Array([0, 0]);

const withRange = (stored: StoredTicket, range: KnownRange | null): StoredTicket =>
  range === null ? stored : { ...stored, tail: [...stored.tail, range] };

const documentWrites = (
  id: TicketId,
  stored: StoredTicket,
  known: StoredTicket,
  range: KnownRange | null,
): TicketWrites => {
  if (range === null) return {};
  if (stored.bytes === null && stored.tail.length === 0 && range.after === 0) {
    return { document: { bytes: range.update, since: range.seq } };
  }
  const folded = known.tail.length > deviceLimits.tailRanges ? foldKnown(id, known) : null;
  return folded === null ? { tail: [range] } : { document: folded };
};

/**
 * Rulings on own actions stand in the server's state once the actions are acknowledged; the list row follows. False: the
 * bytes do not decode.
 */
const addRulings = (
  writes: TicketWrites,
  known: StoredTicket,
  acked: readonly OutboxRow[],
  context: RefusalContext,
): boolean => {
  const doc = buildDocument(context.ticket, knownUpdates(known));
  if (doc === null) return false;
  const actionIds = acked.flatMap(({ actionId }) => actionId ?? []);
  writes.refused = [...(writes.refused ?? []), ...refusedByRuling(doc, actionIds, context)];
  if (doc.store.pendingStructs === null) {
    writes.summary = { seq: knownSeq(known), summary: summarize(context.ticket, doc) };
  }
  doc.destroy();
  return true;
};

const settleGone = (stored: StoredTicket, context: RefusalContext): Settled => ({
  writes: forgetting(stored, { code: "gone", facts: {} }, context),
  known: null,
  effect: "vanish",
  missing: [],
});

/** Removes a ticket from the device, keeping the text of what was not sent. */
export const forgetting = (
  stored: StoredTicket,
  reason: { code: string; facts: Record<string, unknown> },
  context: RefusalContext,
): TicketWrites => ({
  document: null,
  summary: null,
  dropRows: stored.rows.map(({ n }) => n),
  refused: refusedRows(stored, stored.rows, reason, context),
});
