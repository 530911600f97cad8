/** S8: S1 and S3 again, with a hundred times more tickets in the database, and with a thousand times more log entries. */

import type { Contestant } from "./contestants.ts";
import { withSlates } from "./contestants.ts";
import type { BenchContext, Figure, Part } from "./figure.ts";
import { type ClosedLoop, openClosedLoop } from "./load/closed-loop.ts";
import { openPacedPair, type PacedPair } from "./load/paced-pair.ts";
import { median } from "./median.ts";
import { measureLoop } from "./s3-throughput.ts";
import { type GrownStorage, storeHistories, storeManyTickets } from "./stored-growth.ts";
import type { SeededTicket } from "./ticket-content.ts";

const few = { tickets: 1_000, entries: 10 };
const many = { tickets: 100_000, entries: 10_000 };
const warmUpEdits = 100;
const editsPerRound = 125;
const updatesPerRound = 75;
const most = 1.2;

export const measureGrowth: Part = async (context) => {
  const { database, tell } = context;
  const figures: Figure[] = [];
  const compare = async (what: string, store: () => Promise<[GrownStorage, GrownStorage]>) => {
    const start = performance.now();
    const storages = await store();
    tell(`  ${what}: stored in ${Math.round((performance.now() - start) / 1000)} s`);
    const addresses = storages.map(({ address }) => address);
    try {
      figures.push(...(await withSlates(addresses, (sides) => measureBoth(context, what, sides, storages))));
    } finally {
      for (const address of addresses) await database.drop(address);
    }
  };
  await compare(`${many.tickets} tickets (base: ${few.tickets})`, () =>
    storeManyTickets(database, few.tickets, many.tickets),
  );
  await compare(`${many.entries} log entries (base: ${few.entries})`, () =>
    storeHistories(database, few.entries, many.entries),
  );
  return figures;
};

interface Side {
  contestant: Contestant;
  pair: PacedPair;
  loop: ClosedLoop;
  writers: number;
  p50: number[];
  perSecond: number[];
}

const measureBoth = async (
  context: BenchContext,
  what: string,
  contestants: readonly Contestant[],
  storages: readonly GrownStorage[],
): Promise<Figure[]> => {
  const sides: Side[] = [];
  for (const [i, contestant] of contestants.entries()) {
    sides.push(await openSide(contestant, (storages[i] as GrownStorage).tickets, context.rounds));
  }
  for (let round = 0; round < context.rounds; round++) {
    // Whoever comes first in one round comes last in the next.
    const order = round % 2 === 0 ? sides : sides.toReversed();
    for (const side of order) {
      globalThis.gc?.();
      side.p50.push(median(await side.pair.type(editsPerRound)));
    }
    for (const side of order) {
      const { contestant, loop, writers } = side;
      side.perSecond.push((await measureLoop(contestant, loop, writers, updatesPerRound, context)).perSecond);
    }
  }
  for (const { pair, loop } of sides) {
    pair.close();
    loop.close();
  }
  return toFigures(what, sides as [Side, Side]);
};

const openSide = async (contestant: Contestant, tickets: readonly SeededTicket[], rounds: number): Promise<Side> => {
  const [typed, ...looped] = tickets as [SeededTicket, ...SeededTicket[]];
  const pair = await openPacedPair(contestant, typed, warmUpEdits + rounds * editsPerRound);
  const loop = await openClosedLoop(contestant, looped, (rounds + 1) * updatesPerRound);
  await pair.type(warmUpEdits);
  await loop.run(updatesPerRound);
  return { contestant, pair, loop, writers: looped.length, p50: [], perSecond: [] };
};

const toFigures = (what: string, [base, grown]: [Side, Side]): Figure[] => {
  const row = { part: "S8", goal: `within ${most} ×` };
  const [basePace, grownPace] = [median(base.p50), median(grown.p50)];
  const [baseLoop, grownLoop] = [median(base.perSecond), median(grown.perSecond)];
  return [
    {
      ...row,
      measure: `edit to reader, p50, ${what}`,
      unit: "ms",
      values: { slate: grownPace, base: basePace },
      met: grownPace <= most * basePace,
    },
    {
      ...row,
      measure: `updates a second, ${what}`,
      unit: "/s",
      values: { slate: grownLoop, base: baseLoop },
      met: grownLoop * most >= baseLoop,
    },
  ];
};
