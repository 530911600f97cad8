/**
 * The servers' database: tables in memory, behind storage steps that take time, fail, or are the last thing a server does.
 * What is in the tables is durable. Every commit is shown to the witness at once.
 */

import type { TicketId } from "../shared/ids.ts";
import type { FeedRow, FeedStore } from "../sync-server/sync/feed-store.ts";
import {
  createMemoryTables,
  createMemoryTicketStore,
  type MemoryTables,
} from "../sync-server/sync/memory-ticket-store.ts";
import type { NewEntry, TicketStore } from "../sync-server/sync/ticket-store.ts";
import { createMemoryFeedStore } from "../sync-server/testing/sync/memory-feed-store.ts";
import type { World } from "./world.ts";

export interface Database {
  tables: MemoryTables;
  /** A node's own way to the tables. `isUp` is asked before and after each step. */
  connect(node: { name: string; isUp(): boolean; crash(): void }): { tickets: TicketStore; feed: FeedStore };
  /** Every step fails until it is up again. */
  setDown(isDown: boolean): void;
  /** The node that takes storage step number `step` from now on crashes there. */
  crashAtStep(step: number): void;
  steps(): number;
  /** Nothing fails any more. */
  heal(): void;
  /** Takes entries out again, as a database without fsync would after a power cut. For planted bugs. */
  lose(id: TicketId, fromSeq: number): void;
}

/** Told of everything that became durable, in order. */
export interface Witness {
  committed(id: TicketId, entries: readonly NewEntry[]): void;
  projected(id: TicketId): void;
}

/** Begins the message of every failure made up here. */
export const storageFailure = "simulated storage failure";

export const createDatabase = (world: World, witness: Witness): Database => {
  const tables = createMemoryTables(`epoch-${world.seed}`);
  const random = world.random.fork();
  const changes = trackChanges(tables, witness);
  let isDown = false;
  let isHealed = false;
  let steps = 0;
  let crashStep = 0;

  const connect: Database["connect"] = (node) => {
    /** The step takes effect in one moment and is answered in a later one; a server may die before, between or after. */
    const step = <Value>(name: string, work: () => Promise<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        const number = ++steps;
        const fate = isHealed ? "works" : random.weighted({ works: 985, failsBefore: 6, failsAfter: 9 });
        const diesBefore = random.chance(0.5);
        const answerMs = random.int(3);
        const die = () => {
          world.trace(`${node.name} dies at step ${number} (${name}, ${diesBefore ? "before" : "after"})`);
          node.crash();
        };
        world.schedule.after(1 + random.int(4), () => {
          if (!node.isUp()) return;
          if (number === crashStep && diesBefore) return die();
          if (isDown || fate === "failsBefore") return reject(new Error(`${storageFailure}: no answer`));
          const value = work();
          // Whoever asked may not be there any more to hear of it.
          value.catch(() => {});
          changes.look();
          if (number === crashStep) return die();
          world.schedule.after(answerMs, () => {
            if (!node.isUp()) return;
            if (fate === "failsAfter") reject(new Error(`${storageFailure}: connection lost`));
            else resolve(value);
          });
        });
      });
    const inner = createMemoryTicketStore(tables);
    const tickets: TicketStore = {
      epoch: () => step("epoch", inner.epoch),
      load: (...asked) => step("load", () => inner.load(...asked)),
      tail: (id, afterSeq) => step("tail", () => inner.tail(id, afterSeq)),
      latestSeqs: (ids) => step("latestSeqs", () => inner.latestSeqs(ids)),
      repairsSince: (wanted, userId) => step("repairsSince", () => inner.repairsSince(wanted, userId)),
      commit: (commits) => step("commit", () => inner.commit(commits)),
      project: (rows) => step("project", () => inner.project(rows)),
      lagging: (limit) => step("lagging", () => inner.lagging(limit)),
      saveSnapshot: (id, snapshot) => step("saveSnapshot", () => inner.saveSnapshot(id, snapshot)),
      takeNumber: () => step("takeNumber", inner.takeNumber),
    };
    const { changed } = changes;
    const feed: FeedStore = {
      changedRows: (...asked) => step("changedRows", () => changed.changedRows(...asked)),
      readableRows: (...asked) => step("readableRows", () => changed.readableRows(...asked)),
      countReadable: (...asked) => step("countReadable", () => changed.countReadable(...asked)),
    };
    return { tickets, feed };
  };

  return {
    tables,
    connect,
    setDown: (down) => {
      isDown = down;
    },
    crashAtStep: (number) => {
      crashStep = steps + number;
    },
    steps: () => steps,
    heal: () => {
      isDown = false;
      isHealed = true;
      crashStep = 0;
    },
    lose: (id, fromSeq) => {
      tables.log.set(id, (tables.log.get(id) ?? []).slice(0, fromSeq - 1));
    },
  };
};

/** Finds what a step changed: for the witness, and for the order in which the feed reads rows. */
const trackChanges = (tables: MemoryTables, witness: Witness) => {
  const seenEntries = new Map<TicketId, number>();
  const seenRows = new Map<TicketId, FeedRow>();
  const changed = createMemoryFeedStore();

  return {
    changed,
    look: () => {
      for (const [id, log] of tables.log) {
        const seen = seenEntries.get(id) ?? 0;
        if (log.length <= seen) continue;
        seenEntries.set(id, log.length);
        witness.committed(id, log.slice(seen));
      }
      for (const [id, row] of tables.rows) {
        if (seenRows.get(id) === row) continue;
        seenRows.set(id, row);
        changed.put(row.summary, row.seq);
        witness.projected(id);
      }
    },
  };
};
