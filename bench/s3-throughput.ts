/** S3: 200 documents in a closed loop: updates a second, and what one costs the server. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Contestant, type ContestantName, withContestants } from "./contestants.ts";
import type { BenchContext, Figure, Part } from "./figure.ts";
import { type ClosedLoop, openClosedLoop } from "./load/closed-loop.ts";
import { median } from "./median.ts";
import { newTickets } from "./ticket-content.ts";

const names: readonly ContestantName[] = ["slate", "hocuspocus", "y-leveldb", "y-memory", "relay"];
const documents = 200;
const updatesPerRound = 100;
/** What a server puts off is counted too, and must not weigh on whoever comes next: Hocuspocus stores after 2 s. */
const settleMs = 2_500;

export interface LoopFigures {
  perSecond: number;
  serverMicros: number;
  databaseMicros: number;
}

export const measureThroughput: Part = (context) =>
  withContestants(names, context.database, async (contestants) => {
    const loops = [];
    for (const contestant of contestants) {
      const tickets = newTickets(documents);
      await contestant.seed(tickets);
      loops.push({
        contestant,
        loop: await openClosedLoop(contestant, tickets, (context.rounds + 1) * updatesPerRound),
      });
    }
    const all = new Map<ContestantName, LoopFigures[]>();
    for (let round = 0; round <= context.rounds; round++) {
      for (const { contestant, loop } of loops) {
        const figures = await measureLoop(contestant, loop, documents, updatesPerRound, context);
        // The first round warms up.
        if (round > 0) all.set(contestant.name, [...(all.get(contestant.name) ?? []), figures]);
      }
    }
    for (const { loop } of loops) loop.close();
    return toFigures(all);
  });

export const measureLoop = async (
  { process }: Contestant,
  loop: ClosedLoop,
  writers: number,
  each: number,
  { database }: BenchContext,
): Promise<LoopFigures> => {
  globalThis.gc?.();
  const [before, databaseBefore] = [await process.usage(), database.cpuMicros()];
  const ms = await loop.run(each);
  await sleep(settleMs);
  const [after, databaseAfter] = [await process.usage(), database.cpuMicros()];
  const updates = writers * each;
  return {
    perSecond: (updates / ms) * 1000,
    serverMicros: (after.cpuMicros - before.cpuMicros) / updates,
    databaseMicros: (databaseAfter - databaseBefore) / updates,
  };
};

const toFigures = (all: Map<ContestantName, LoopFigures[]>): Figure[] => {
  const of = (key: keyof LoopFigures) =>
    Object.fromEntries([...all].map(([name, list]) => [name, median(list.map((figures) => figures[key]))])) as Record<
      ContestantName,
      number
    >;
  const perSecond = of("perSecond");
  return [
    {
      part: "S3",
      measure: "updates a second, 200 documents",
      unit: "/s",
      values: perSecond,
      goal: "≥ y-websocket in memory (at least Hocuspocus)",
      met: perSecond.slate >= perSecond["y-memory"],
      note: perSecond.slate >= perSecond.hocuspocus ? "level with Hocuspocus or above" : "below Hocuspocus",
    },
    { part: "S3", measure: "server CPU an update", unit: "µs", values: of("serverMicros"), goal: "", met: null },
    { part: "S3", measure: "database CPU an update", unit: "µs", values: of("databaseMicros"), goal: "", met: null },
  ];
};
