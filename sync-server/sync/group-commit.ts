/**
 * Durable before visible, cheaply: while one commit runs, what arrives queues up and goes together in the next one. Where
 * many write at once a second lane opens, so that the database is at work while the next batch is judged. A room has one
 * commit under way at most, so commits beside each other never hold the same ticket.
 */
import { limits } from "../limits.ts";
import type { Clock } from "./clock.ts";
import { createOutage } from "./outage.ts";
import type { SyncLog } from "./sync-log.ts";
import type { CommitOutcome, TicketCommit, TicketStore } from "./ticket-store.ts";

export interface GroupCommit {
  /**
   * Resolves once the database has answered for this ticket; `failed` when it could not for `limits.commitWaitMs`: the
   * outcome is then unknown, the caller drops its document and its clients send again.
   */
  commit(commit: TicketCommit): Promise<CommitOutcome | "failed">;
  /** False while the database does not answer. */
  isHealthy(): boolean;
}

interface Waiting {
  commit: TicketCommit;
  since: number;
  settle(outcome: CommitOutcome | "failed"): void;
}

export const createGroupCommit = (store: Pick<TicketStore, "commit">, clock: Clock, log: SyncLog): GroupCommit => {
  let waiting: Waiting[] = [];
  let openLanes = 0;
  const outage = createOutage(log, "commits wait for the database");

  let retryMs: number = limits.commitRetryMinMs;
  /** After a failure no lane tries before it is over. */
  let pause: Promise<void> | null = null;
  const pauseForAll = (): void => {
    pause ??= new Promise<void>((resolve) => clock.setTimer(retryMs, resolve)).then(() => {
      pause = null;
      retryMs = Math.min(retryMs * 2, limits.commitRetryMaxMs);
    });
  };

  const runLane = async (): Promise<void> => {
    // What else arrives in this turn of the event loop shares the first commit.
    await null;
    while (waiting.length > 0) {
      if (pause !== null) {
        await pause;
        continue;
      }
      const batch = waiting.splice(0, limits.commitBatchTickets);
      try {
        const outcomes = await store.commit(batch.map((item) => item.commit));
        outage.worked();
        retryMs = limits.commitRetryMinMs;
        batch.forEach((item, i) => {
          const outcome = outcomes[i] ?? "failed";
          // No outage, so trying again will not help: somebody has to look at this ticket.
          if (outcome === "failed") log.error({ ticket: item.commit.ticketId }, "the database refuses a commit");
          item.settle(outcome);
        });
      } catch (error) {
        // Unknown outcome: entries carry their ids, so a retry finds what was written.
        outage.failed(error);
        const deadline = clock.now() - limits.commitWaitMs;
        const kept = batch.filter((item) => item.since > deadline);
        for (const item of batch) if (item.since <= deadline) item.settle("failed");
        waiting = [...kept, ...waiting];
        pauseForAll();
      }
    }
    // In the same turn as the last look at `waiting`, so that no commit falls between two runs.
    openLanes--;
  };

  return {
    commit: (commit) =>
      new Promise((settle) => {
        waiting.push({ commit, since: clock.now(), settle });
        const most = waiting.length >= limits.commitLaneFrom ? limits.commitLanes : 1;
        if (openLanes >= most) return;
        openLanes++;
        void runLane();
      }),
    isHealthy: () => !outage.lasts(),
  };
};
