/**
 * Bulk sync: a device's changes to many tickets in, what it lacks out. Every ticket gets its own answer, so that a refused,
 * foreign or busy one never holds back the others; repeating a request changes nothing.
 */
import * as v from "valibot";
import * as Y from "yjs";
import { canRead } from "../../shared/access/can.ts";
import type { Directory } from "../../shared/access/directory.ts";
import { type TicketId, TicketIdSchema, type UserId } from "../../shared/ids.ts";
import type {
  BulkAnswer,
  BulkRequest,
  BulkTicketAnswer,
  BulkTicketRequest,
  UpdateResult,
} from "../../shared/protocol/bulk.ts";
import type { EntryRepairs } from "../../shared/protocol/repair.ts";
import { isSupportedVersion, protocolVersion } from "../../shared/protocol/version.ts";
import { fail, ok, type Result } from "../../shared/result.ts";
import { limits } from "../limits.ts";
import type { Clock } from "./clock.ts";
import type { SubmitResult } from "./submission.ts";
import type { SyncCore } from "./sync-core.ts";
import type { StoredTicket, TicketStore } from "./ticket-store.ts";

export interface BulkDeps {
  core: Pick<SyncCore, "submit">;
  store: Pick<TicketStore, "epoch" | "load" | "repairsSince">;
  directory: () => Directory;
  clock: Pick<Clock, "now">;
}

export type BulkFailure = "unsupported_version" | "too_many_tickets";

export const handleBulk = async (
  userId: UserId,
  request: BulkRequest,
  deps: BulkDeps,
): Promise<Result<BulkAnswer, BulkFailure>> => {
  if (!isSupportedVersion(request.version)) return fail("unsupported_version");
  if (request.tickets.length > limits.bulkTickets) return fail("too_many_tickets");
  const epoch = await deps.store.epoch();
  const answer: BulkAnswer = { version: protocolVersion, epoch, serverNow: deps.clock.now(), tickets: [] };
  if (request.epoch !== "" && request.epoch !== epoch) {
    // Another history: nothing of it may be merged into this one. The device sees the epoch and starts over.
    return ok({ ...answer, tickets: request.tickets.map(({ id }) => ({ id, status: "later" })) });
  }
  // What is no ticket's id is no ticket, like one that never was.
  const tickets = request.tickets.map((ticket) =>
    v.is(TicketIdSchema, ticket.id) ? ticket : { ...ticket, updates: [] },
  );
  const submitted = await Promise.all(tickets.map((ticket) => submitAll(userId, ticket, deps)));
  const wanted = sinceById(tickets);
  const stored = await deps.store.load([...wanted.keys()], wanted);
  const missed = await missedRepairs(userId, tickets, stored, deps);
  let room = limits.bulkAnswerBytes;
  for (const [i, ticket] of tickets.entries()) {
    const found = answerTicket(userId, ticket, submitted[i] ?? [], stored.get(ticket.id), missed, deps);
    const size = found.status === "synced" ? found.diff.length : 0;
    // The first diff always goes out, however large, or its device would ask for ever.
    const fits = size <= room || room === limits.bulkAnswerBytes;
    if (fits) room -= size;
    answer.tickets.push(fits ? found : { id: ticket.id, status: "later" });
  }
  return ok(answer);
};

/** The lowest where a ticket stands twice: whoever asks from there must miss nothing. */
const sinceById = (tickets: readonly BulkTicketRequest[]): Map<TicketId, number> => {
  const wanted = new Map<TicketId, number>();
  for (const { id, since } of tickets) {
    if (v.is(TicketIdSchema, id)) wanted.set(id, Math.min(since, wanted.get(id) ?? since));
  }
  return wanted;
};

/** The room judges them in the order in which they are handed in. */
const submitAll = (userId: UserId, { id, updates }: BulkTicketRequest, { core }: BulkDeps): Promise<SubmitResult[]> =>
  Promise.all(updates.map((update) => core.submit(userId, id, update)));

const answerTicket = (
  userId: UserId,
  { id, since }: BulkTicketRequest,
  submitted: readonly SubmitResult[],
  stored: StoredTicket | undefined,
  missed: ReadonlyMap<TicketId, EntryRepairs[]>,
  deps: BulkDeps,
): BulkTicketAnswer => {
  if (submitted.some(({ kind }) => kind === "later")) return { id, status: "later" };
  const person = deps.directory().people.get(userId);
  const mayRead = person !== undefined && stored !== undefined && canRead(person, stored.access, deps.directory());
  if (!mayRead) {
    // A ticket that was never stored, because all of it was refused, still has answers to give.
    const unknown = stored === undefined && since === 0 && submitted.length > 0;
    if (!unknown) return { id, status: "gone" };
    return { id, status: "synced", seq: 0, results: submitted.map(toResult), diff: emptyUpdate, missed: [] };
  }
  const own = new Set(submitted.flatMap((result) => (result.kind === "acked" && result.asSent ? [result.seq] : [])));
  return {
    id,
    status: "synced",
    seq: stored.seq,
    results: submitted.map(toResult),
    diff: diffSince(stored, since, own),
    missed: missed.get(id) ?? [],
  };
};

const toResult = (result: SubmitResult): UpdateResult => {
  if (result.kind === "acked") return { kind: "acked" };
  if (result.kind === "refused") return { kind: "refused", code: result.code, facts: result.facts };
  return { kind: "refused", code: result.kind, facts: {} };
};

/** Bytes work on bytes: no document is built. Entries in `own` went out from the device as they are in the log. */
const diffSince = (stored: StoredTicket, since: number, own: ReadonlySet<number>): Uint8Array => {
  const parts: Uint8Array[] = [];
  if (stored.snapshot !== null && since < stored.snapshot.seq) parts.push(stored.snapshot.state);
  for (const { seq, update } of stored.tail) if (seq > since && !own.has(seq)) parts.push(update);
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  return parts.length === 0 ? emptyUpdate : Y.mergeUpdates(parts);
};

const emptyUpdate = new Uint8Array(0);

/** Repairs after `since`: out of the tail where it reaches back far enough, else asked for. */
const missedRepairs = async (
  userId: UserId,
  tickets: readonly BulkTicketRequest[],
  stored: ReadonlyMap<TicketId, StoredTicket>,
  { store }: BulkDeps,
): Promise<Map<TicketId, EntryRepairs[]>> => {
  const missed = new Map<TicketId, EntryRepairs[]>();
  const behind: { id: TicketId; sinceSeq: number }[] = [];
  for (const { id, since, updates } of tickets) {
    const ticket = stored.get(id);
    if (ticket === undefined) continue;
    const reachesBack = (ticket.snapshot?.seq ?? 0) <= since;
    if (!reachesBack && (since > 0 || updates.length > 0)) behind.push({ id, sinceSeq: since });
    if (!reachesBack) continue;
    const told = ticket.tail.filter(
      (entry) => entry.seq > since && entry.userId === userId && entry.repairs.length > 0,
    );
    if (told.length > 0)
      missed.set(
        id,
        told.map(({ seq, repairs }) => ({ seq, repairs })),
      );
  }
  if (behind.length > 0) for (const [id, told] of await store.repairsSince(behind, userId)) missed.set(id, told);
  return missed;
};
