/**
 * Sends what waits and fetches what is missing, many tickets at a time, for every ticket that has no live link. One
 * request is under way at most, in one tab at most; what the server cannot handle now is asked again later.
 */
import type { RandomBytes, TicketId } from "../../../shared/ids.ts";
import type { BulkAnswer, BulkTicketRequest } from "../../../shared/protocol/bulk.ts";
import { protocolVersion } from "../../../shared/protocol/version.ts";
import { backoffMs } from "./backoff.ts";
import type { Contact } from "./contact.ts";
import type { DeviceStore } from "./device-store.ts";
import type { Ledger } from "./ledger.ts";
import { deviceLimits } from "./limits.ts";
import { type Parcel, toParcels } from "./parcels.ts";
import type { BulkTransport, DeviceClock, TabLocks } from "./ports.ts";
import type { OutboxRow } from "./records.ts";
import { refuseRows } from "./refuse-rows.ts";
import { type SentTicket, settleAnswer } from "./settle-answer.ts";
import { createWishList } from "./wish-list.ts";
import { ticketsToSync } from "./work-list.ts";

export interface BulkSyncDeps {
  store: Pick<DeviceStore, "loadRows">;
  ledger: Ledger;
  bulk: BulkTransport;
  locks: TabLocks;
  clock: DeviceClock;
  random: RandomBytes;
  contact: Contact;
  /** A live link looks after it. */
  isLive(id: TicketId): boolean;
  /** Answers false when the answer speaks of another history: it is not to be used. */
  checkEpoch(epoch: string): Promise<boolean>;
  progressed(): void;
}

export interface BulkSync {
  /** There may be something to do, in `ms` at the latest. */
  kick(ms?: number): void;
  /** Now, whatever the backoff says. Resolves when nothing is left that can be done now. */
  now(): Promise<void>;
  /** Asks about this ticket now; resolves when the server has answered, or could not be asked. It is asked later then. */
  fetch(id: TicketId): Promise<void>;
  stop(): void;
}

type RoundEnd = "idle" | "again" | "failed";

export const createBulkSync = (deps: BulkSyncDeps): BulkSync => {
  const { store, ledger, clock, contact } = deps;
  const { index } = ledger;
  const wishes = createWishList();
  /** Tickets whose turn comes later, each with the timer that brings it back, and how often that happened in a row. */
  const postponed = new Map<TicketId, () => void>();
  const timesLater = new Map<TicketId, number>();
  const missed = new Map<number, number>();
  let running: Promise<void> | null = null;
  let cancelTimer: (() => void) | null = null;
  let timerMs = 0;
  let attempt = 0;
  let isStopped = false;
  let size: { tickets: number; bytes: number } = { tickets: deviceLimits.bulkTickets, bytes: deviceLimits.bulkBytes };

  /** While the server cannot be reached the backoff decides; else the earliest wish counts. */
  const schedule = (ms: number) => {
    if (isStopped || running !== null || (cancelTimer !== null && (attempt > 0 || ms >= timerMs))) return;
    cancelTimer?.();
    timerMs = ms;
    cancelTimer = clock.setTimer(ms, () => {
      cancelTimer = null;
      void run();
    });
  };

  const run = (): Promise<void> => {
    cancelTimer?.();
    cancelTimer = null;
    running ??= work().finally(() => {
      running = null;
      if (attempt > 0) schedule(backoffMs(attempt - 1, deps.random));
      else if (hasWork()) schedule(0);
    });
    return running;
  };

  const work = async (): Promise<void> => {
    const release = await deps.locks.acquire("bulk");
    try {
      let end: RoundEnd = "again";
      while (end === "again" && !isStopped) end = await guardedRound();
      attempt = end === "failed" ? attempt + 1 : 0;
      if (end === "failed") wishes.giveUpWaiting();
    } finally {
      release();
    }
  };

  const postpone = (id: TicketId) => {
    const times = timesLater.get(id) ?? 0;
    timesLater.set(id, times + 1);
    postponed.get(id)?.();
    const comeBack = () => {
      postponed.delete(id);
      schedule(0);
    };
    postponed.set(id, clock.setTimer(backoffMs(times, deps.random), comeBack));
  };

  const isExcluded = (id: TicketId) => deps.isLive(id) || postponed.has(id);
  const ticketsNow = (max: number) => {
    const wished = [...wishes.ids()].filter((id) => !postponed.has(id));
    return ticketsToSync(index, wished, isExcluded, max);
  };
  const hasWork = () => ticketsNow(1).length > 0;

  const guardedRound = async (): Promise<RoundEnd> => {
    try {
      return await round();
    } catch {
      // The device could not read or write; nothing is lost, all of it is tried again.
      ledger.storing(false);
      return "failed";
    }
  };

  const round = async (): Promise<RoundEnd> => {
    const ids = ticketsNow(size.tickets);
    if (ids.length === 0) return "idle";
    const { tickets, sent, tooLarge } = await gather(ids);
    for (const { id, rows } of tooLarge) await refuseTooLarge(id, rows);
    if (tickets.length === 0) return "again";
    const taken = wishes.take(tickets.map(({ id }) => id));
    let isAnswered = false;
    try {
      const end = await exchange(tickets, sent);
      isAnswered = end === "answered";
      return end === "answered" ? "again" : end;
    } finally {
      if (isAnswered) wishes.answered(taken);
      else wishes.putBack(taken);
    }
  };

  const exchange = async (
    tickets: BulkTicketRequest[],
    sent: ReadonlyMap<TicketId, SentTicket>,
  ): Promise<RoundEnd | "answered"> => {
    const outcome = await deps.bulk.send({ version: protocolVersion, epoch: ledger.meta().epoch, tickets });
    if (outcome.kind === "tooLarge") return shrink(tickets, sent);
    if (outcome.kind !== "answered") {
      if (outcome.kind === "signedOut") contact.sessionEnded();
      else contact.lost();
      return "failed";
    }
    contact.reached(outcome.answer.serverNow);
    if (!(await deps.checkEpoch(outcome.answer.epoch))) return "again";
    await take(outcome.answer, sent);
    size = { tickets: deviceLimits.bulkTickets, bytes: deviceLimits.bulkBytes };
    deps.progressed();
    return "answered";
  };

  /** As many of `ids`, and of their rows, as fit into one request; at least one update of each ticket taken up. */
  const gather = async (ids: readonly TicketId[]) => {
    const waiting = await store.loadRows(ids.filter((id) => index.waiting.has(id) && !deps.isLive(id)));
    const tickets: BulkTicketRequest[] = [];
    const sent = new Map<TicketId, SentTicket>();
    const tooLarge: { id: TicketId; rows: OutboxRow[] }[] = [];
    let bytes = 0;
    let fetches = 0;
    for (const id of ids) {
      if (!waiting.has(id) && ++fetches > deviceLimits.bulkFetches) continue;
      const parcels: Parcel[] = [];
      for (const parcel of toParcels(waiting.get(id) ?? [])) {
        if (parcel.update.byteLength > deviceLimits.updateBytes) {
          tooLarge.push({ id, rows: parcel.rows });
          break;
        }
        if (bytes > 0 && bytes + parcel.update.byteLength > size.bytes) break;
        bytes += parcel.update.byteLength;
        parcels.push(parcel);
      }
      if (parcels.length === 0 && waiting.has(id)) continue;
      const since = index.known.get(id) ?? 0;
      tickets.push({ id, since, updates: parcels.map(({ update }) => update) });
      sent.set(id, { since, parcels });
    }
    return { tickets, sent, tooLarge };
  };

  const refuseTooLarge = (id: TicketId, rows: readonly OutboxRow[]) =>
    refuseRows(ledger, id, rows, { code: "too_large", facts: { max: deviceLimits.updateBytes } });

  /** The server would not take the request as a whole: smaller ones, down to a single update. */
  const shrink = async (
    tickets: readonly BulkTicketRequest[],
    sent: ReadonlyMap<TicketId, SentTicket>,
  ): Promise<RoundEnd> => {
    const [only] = tickets;
    const parcel = only === undefined ? undefined : sent.get(only.id)?.parcels[0];
    if (only !== undefined && parcel !== undefined && tickets.length === 1 && only.updates.length === 1) {
      await refuseTooLarge(only.id, parcel.rows);
    } else if (tickets.length <= 1 && parcel === undefined) return "failed";
    size = {
      tickets: Math.max(1, Math.floor(Math.min(size.tickets, tickets.length) / 2)),
      bytes: Math.max(1, Math.floor(size.bytes / 4)),
    };
    return "again";
  };

  const take = async (answer: BulkAnswer, sent: ReadonlyMap<TicketId, SentTicket>): Promise<void> => {
    const answers = new Map(answer.tickets.map((ticket) => [ticket.id, ticket]));
    const isMissedOften = ({ n }: OutboxRow) => (missed.get(n) ?? 0) + 1 >= deviceLimits.missingTimes;
    const settled = await ledger.change([...sent.keys()], (id, stored) => {
      const about = answers.get(id);
      const what = sent.get(id);
      if (about === undefined || what === undefined) return null;
      return settleAnswer(stored, what, about, isMissedOften, ledger.context(id));
    });
    for (const id of sent.keys()) {
      const result = settled.get(id);
      for (const { n } of result?.missing ?? []) missed.set(n, (missed.get(n) ?? 0) + 1);
      // Not handled, not usable, or from a server that is behind: its turn comes again, not at once.
      if (result === undefined) wishes.add(id);
      if (result === undefined || result.missing.length > 0 || isBehind(id)) postpone(id);
      else timesLater.delete(id);
    }
  };

  const isBehind = (id: TicketId) => {
    const [known, row] = [index.known.get(id), index.summaries.get(id)];
    return known !== undefined && row !== undefined && known < row.seq;
  };

  return {
    kick: (ms = deviceLimits.gatherMs) => schedule(ms),
    now: async () => {
      attempt = 0;
      for (const cancel of postponed.values()) cancel();
      postponed.clear();
      await running;
      await run();
    },
    fetch: (id) =>
      new Promise((resolve) => {
        postponed.get(id)?.();
        postponed.delete(id);
        wishes.add(id, resolve);
        if (running === null) void run();
      }),
    stop: () => {
      isStopped = true;
      cancelTimer?.();
      for (const cancel of postponed.values()) cancel();
    },
  };
};
