/** Takes in what the feed tells: list rows, tickets that are no longer this person's, the directory. */
import type { TicketId } from "../../../shared/ids.ts";
import type { FeedEvent } from "../../../shared/protocol/feed.ts";
import type { DeviceStore } from "./device-store.ts";
import type { History } from "./history.ts";
import type { Ledger } from "./ledger.ts";
import { forgetting } from "./settle-answer.ts";

export interface FeedIntakeDeps {
  ledger: Ledger;
  store: Pick<DeviceStore, "saveSummaries">;
  history: History;
  /** What is being typed into these tickets is on disk. */
  drained(ids: readonly TicketId[]): Promise<unknown>;
  /** The backlog is in: what is missing can be fetched. `total`: how many tickets this person may read. */
  ready(total: number): void;
}

/**
 * Each event is written down before the promise settles; the cursor only moves past what is. An event without a cursor
 * leaves it where it was.
 */
export const createFeedIntake = ({ ledger, store, history, drained, ready }: FeedIntakeDeps) => {
  const purge = async (ids: readonly TicketId[]) => {
    await drained(ids);
    await ledger.change(ids, (id, stored) => ({
      writes: forgetting(stored, { code: "gone", facts: {} }, ledger.context(id)),
      known: null,
      effect: "vanish",
      missing: [],
    }));
  };

  return async (event: FeedEvent, told: string): Promise<void> => {
    const cursor = told === "" ? ledger.meta().feedCursor : told;
    switch (event.type) {
      case "summaries": {
        await store.saveSummaries(event.rows, cursor);
        const newer = ledger.index.addSummaries(event.rows);
        ledger.tookSummaries(
          newer.map(({ summary }) => summary.id),
          cursor,
        );
        return;
      }
      case "gone":
        await purge(event.ids);
        return ledger.saveMeta({ feedCursor: cursor });
      case "directory":
        await ledger.saveMeta({ directory: event.directory, feedCursor: cursor });
        return ledger.tell({ kind: "directory" });
      case "ready":
        if (!(await history.check(event.epoch))) return;
        await ledger.saveMeta({ feedCursor: cursor });
        return ready(event.total);
    }
  };
};
