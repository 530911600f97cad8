/** S1: one writer, one reader, 50 edits a second: how long until the reader has them. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Contestant, type ContestantName, withContestants } from "./contestants.ts";
import { withSql } from "./database.ts";
import type { BenchContext, Figure, Part } from "./figure.ts";
import { intervalMs, openPacedPair } from "./load/paced-pair.ts";
import { median, quantile } from "./median.ts";
import { newTickets, type SeededTicket } from "./ticket-content.ts";

const names: readonly ContestantName[] = ["slate", "hocuspocus", "y-leveldb", "y-memory", "relay"];
const editsPerRound = 125;
const warmUpEdits = 200;

export const measureLatency: Part = (context) =>
  withContestants(names, context.database, async (contestants) => {
    const pairs = await Promise.all(
      contestants.map((one) => openPair(one, warmUpEdits + context.rounds * editsPerRound)),
    );
    const commit = await startCommitFloor(context);
    for (const pair of pairs) await pair.type(warmUpEdits);
    await commit.measure(warmUpEdits);
    const p50 = new Map<string, number[]>();
    const p99 = new Map<string, number[]>();
    const note = (name: string, latencies: number[]) => {
      p50.set(name, [...(p50.get(name) ?? []), median(latencies)]);
      p99.set(name, [...(p99.get(name) ?? []), quantile(latencies, 0.99)]);
    };
    for (let round = 0; round < context.rounds; round++) {
      for (const pair of pairs) {
        globalThis.gc?.();
        note(pair.name, await pair.type(editsPerRound));
      }
      note("floor", await commit.measure(editsPerRound));
    }
    for (const pair of pairs) pair.close();
    await commit.stop();
    return toFigures(p50, p99);
  });

const toFigures = (p50: Map<string, number[]>, p99: Map<string, number[]>): Figure[] => {
  const of = (all: Map<string, number[]>) =>
    Object.fromEntries([...all].map(([name, values]) => [name, median(values)])) as Record<
      ContestantName | "floor",
      number
    >;
  const middle = of(p50);
  const most = middle.relay + middle.floor + 0.5;
  return [
    {
      part: "S1",
      measure: "edit to reader, p50 (floor: one commit)",
      unit: "ms",
      values: middle,
      goal: `≤ relay + commit + 0.5 = ${most.toFixed(2)}`,
      met: middle.slate <= most,
    },
    { part: "S1", measure: "edit to reader, p99", unit: "ms", values: of(p99), goal: "", met: null },
  ];
};

const openPair = async (contestant: Contestant, most: number) => {
  const tickets = newTickets(1);
  await contestant.seed(tickets);
  return { name: contestant.name, ...(await openPacedPair(contestant, tickets[0] as SeededTicket, most)) };
};

/** One row and its commit on one connection, at the same pace: what storing before showing cannot do without. */
const startCommitFloor = async ({ database }: BenchContext) => {
  const address = await database.createMigrated();
  let seq = 0;
  const measure = (count: number) =>
    withSql(address, async (sql) => {
      const latencies: number[] = [];
      const insert = () => sql`
        insert into log (ticket_id, seq, entry_id, update, user_id, at)
        values ('floor', ${++seq}, ${crypto.randomUUID()}, ${Buffer.from([1, 2, 3])}, ${crypto.randomUUID()}, now())`;
      await insert();
      for (let i = 0; i < count; i++) {
        await sleep(intervalMs);
        const start = performance.now();
        await insert();
        latencies.push(performance.now() - start);
      }
      return latencies;
    });
  return { measure, stop: () => database.drop(address) };
};
