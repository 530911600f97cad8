/**
 * One ticket's live link: pushes outbox rows and hears what becomes of them, takes in what the server commits, and keeps
 * the count of log entries without gaps. It decides nothing about storage; `host` is the open document.
 */

import type { Entry } from "../../../shared/protocol/messages.ts";
import type { EntryRepairs } from "../../../shared/protocol/repair.ts";
import { deviceLimits } from "./limits.ts";
import { toParcels } from "./parcels.ts";
import type { DeviceClock, LinkEvents, LiveLink } from "./ports.ts";
import { createPushPace } from "./push-pace.ts";
import type { KnownRange, OutboxRow } from "./records.ts";

export interface LiveHost {
  /** The newest log entry the document holds without gaps. */
  known(): number;
  /** Changes on disk and not acknowledged, in order. */
  rows(): readonly OutboxRow[];
  /** Applies what the server told; `known()` is `range.seq` afterwards. */
  receive(range: KnownRange): void;
  /** The server holds these rows, and so does the document. */
  settled(rows: readonly OutboxRow[]): void;
  repaired(missed: readonly EntryRepairs[]): void;
  refused(rows: readonly OutboxRow[], code: string, facts: Record<string, unknown>): void;
  /** False: this is another history, the link is of no use. */
  welcomed(epoch: string, serverNow: number): boolean;
  /** Sent or not: the link's state changed. `code` of a link that ended, null else. */
  linkChanged(code: number | null): void;
}

export interface LiveSession extends LinkEvents {
  isLive(): boolean;
  /** Pushes what is not on its way yet. */
  pump(): void;
  stop(): void;
}

type Standing =
  | { kind: "down" }
  /** Welcomed; `target` is reached when the answer to our sync step 1 is in. */
  | { kind: "catchingUp"; target: number }
  | { kind: "live" };

export const createLiveSession = (host: LiveHost, clock: DeviceClock, link: () => LiveLink): LiveSession => {
  let standing: Standing = { kind: "down" };
  let lastRef = 0;
  const inFlight = new Map<number, OutboxRow[]>();
  /** Entries that came before the document was caught up. */
  let early: Entry[] = [];
  /** Acknowledged, but the entry that holds them has not come yet. */
  let awaited: { seq: number; rows: OutboxRow[] }[] = [];
  const pace = createPushPace(clock, () => pump());
  let stopWaiting: (() => void) | null = null;

  /** A network can go without a word, and then the socket says nothing either: a push without an answer does. */
  const awaitAnswer = (isNew: boolean) => {
    if (isNew && stopWaiting !== null) return;
    stopWaiting?.();
    stopWaiting = inFlight.size === 0 ? null : clock.setTimer(deviceLimits.answerMs, giveUp);
  };
  const giveUp = () => {
    stopWaiting = null;
    if (standing.kind !== "down") link().reconnect();
  };

  const pump = () => {
    if (standing.kind === "down") return;
    const busy = new Set([...inFlight.values(), ...awaited.map(({ rows }) => rows)].flat().map(({ n }) => n));
    for (const { rows, update } of toParcels(host.rows().filter(({ n }) => !busy.has(n)))) {
      if (update.byteLength > deviceLimits.updateBytes) {
        return host.refused(rows, "too_large", { bytes: update.byteLength, max: deviceLimits.updateBytes });
      }
      if (inFlight.size >= deviceLimits.pushesInFlight || !pace.take()) return;
      inFlight.set(++lastRef, rows);
      link().push({ ref: lastRef, update });
      awaitAnswer(true);
    }
  };

  const settleReached = () => {
    const reached = awaited.filter(({ seq }) => seq <= host.known());
    if (reached.length === 0) return;
    awaited = awaited.filter(({ seq }) => seq > host.known());
    host.settled(reached.flatMap(({ rows }) => rows));
  };

  const takeEntry = (seq: number, update: Uint8Array) => {
    if (seq <= host.known()) return;
    if (seq > host.known() + 1) return link().reconnect();
    host.receive({ after: seq - 1, seq, update });
    settleReached();
  };

  /** Answers each push once; an answer to something not asked is ignored. */
  const take = (ref: number): OutboxRow[] | null => {
    const rows = inFlight.get(ref) ?? null;
    inFlight.delete(ref);
    awaitAnswer(false);
    return rows;
  };

  return {
    isLive: () => standing.kind !== "down",
    pump,
    stop: () => {
      standing = { kind: "down" };
      stopWaiting?.();
      pace.stop();
    },
    welcome: ({ epoch, seq, serverNow, missed }) => {
      if (!host.welcomed(epoch, serverNow)) return;
      standing = { kind: "catchingUp", target: seq };
      host.repaired(missed);
      host.linkChanged(null);
      pump();
    },
    synced: (update) => {
      if (standing.kind !== "catchingUp") return;
      const { target } = standing;
      const entries = early.splice(0);
      standing = { kind: "live" };
      host.receive({ after: host.known(), seq: Math.max(host.known(), target), update });
      settleReached();
      for (const entry of entries) takeEntry(entry.seq, entry.update);
      pump();
    },
    acked: ({ ref, seq }) => {
      const rows = take(ref);
      if (rows === null) return;
      awaited.push({ seq, rows });
      settleReached();
      pump();
    },
    refused: ({ ref, code, facts }) => {
      const rows = take(ref);
      if (rows !== null) host.refused(rows, code, facts);
    },
    repaired: (entry) => host.repaired([entry]),
    entry: (entry) => {
      if (standing.kind === "live") takeEntry(entry.seq, entry.update);
      else early.push(entry);
    },
    closed: (code) => {
      standing = { kind: "down" };
      inFlight.clear();
      awaitAnswer(false);
      awaited = [];
      early = [];
      host.linkChanged(code);
    },
  };
};
