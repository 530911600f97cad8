/** S9: two nodes on one database and the people of one ticket on both: is everyone told everything once, and how soon. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Contestant, withSlates } from "./contestants.ts";
import type { Figure, Part } from "./figure.ts";
import { type CrowdVerdict, typeInCrowd } from "./load/crowd.ts";
import { openPacedPair } from "./load/paced-pair.ts";
import { median } from "./median.ts";
import { newTickets, type SeededTicket } from "./ticket-content.ts";

const warmUpEdits = 100;
const editsPerRound = 125;
/** Nodes look every second whether they are alone. */
const acquaintedMs = 2_500;
const most = 3;

export const measureTwoNodes: Part = async ({ database, rounds, tell }) => {
  const address = await database.createMigrated();
  try {
    return await withSlates([address, address], async (nodes) => {
      const [here, there] = nodes as [Contestant, Contestant];
      await sleep(acquaintedMs);
      const tickets = newTickets(2 + rounds);
      await here.seed(tickets);
      const [near, far, ...crowded] = tickets as [SeededTicket, SeededTicket, ...SeededTicket[]];
      const edits = warmUpEdits + rounds * editsPerRound;
      const within = await openPacedPair(here, near, edits);
      const across = await openPacedPair(here, far, edits, there);
      const latencies = { within: [] as number[], across: [] as number[] };
      const verdicts: CrowdVerdict[] = [];
      for (const pair of [within, across]) await pair.type(warmUpEdits);
      for (const ticket of crowded) {
        latencies.within.push(median(await within.type(editsPerRound)));
        latencies.across.push(median(await across.type(editsPerRound)));
        verdicts.push(await typeInCrowd([here, there], ticket, address));
      }
      for (const pair of [within, across]) pair.close();
      for (const { wrong } of verdicts) for (const what of wrong) tell(`  wrong: ${what}`);
      return toFigures(median(latencies.within), median(latencies.across), verdicts);
    });
  } finally {
    await database.drop(address);
  }
};

const toFigures = (within: number, across: number, verdicts: readonly CrowdVerdict[]): Figure[] => {
  const wrong = verdicts.flatMap((verdict) => verdict.wrong);
  const deliveries = verdicts.reduce((sum, verdict) => sum + verdict.deliveries, 0);
  return [
    {
      part: "S9",
      measure: `two nodes, 4 writers at once: lost, doubled, disordered or different, of ${deliveries} deliveries`,
      unit: "",
      values: { slate: wrong.length },
      goal: "0",
      met: wrong.length === 0 && deliveries > 0,
    },
    {
      part: "S9",
      measure: "edit to reader, p50, across two nodes (base: within one)",
      unit: "ms",
      values: { slate: across, base: within },
      goal: `≤ ${most} ×`,
      met: across <= most * within,
    },
  ];
};
