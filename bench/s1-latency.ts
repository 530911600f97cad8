/** S1: one writer, one reader, 50 edits a second: how long until the reader has them. */
import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { type Contestant, type ContestantName, withContestants } from "./contestants.ts";
import { withSql } from "./database.ts";
import type { BenchContext, Figure, Part } from "./figure.ts";
import type { SocketClient } from "./load/socket-client.ts";
import { typeCharacters } from "./load/typing.ts";
import { median, quantile } from "./median.ts";
import { newTickets } from "./ticket-content.ts";

const names: readonly ContestantName[] = ["slate", "hocuspocus", "y-leveldb", "y-memory", "relay"];
const editsPerRound = 125;
const intervalMs = 20;
const warmUpEdits = 200;
const lateMs = 5_000;

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
      goal: `≤ relay + commit + 0.5 = ${most.toFixed(2)}, ≤ 1.1 × Hocuspocus`,
      met: middle.slate <= most && middle.slate <= 1.1 * middle.hocuspocus,
    },
    { part: "S1", measure: "edit to reader, p99", unit: "ms", values: of(p99), goal: "", met: null },
  ];
};

interface Pair {
  name: ContestantName;
  /** Types `count` characters, one every `intervalMs`; the latencies in milliseconds. */
  type(count: number): Promise<number[]>;
  close(): void;
}

const openPair = async (contestant: Contestant, most: number): Promise<Pair> => {
  const [ticket] = newTickets(1);
  if (ticket === undefined) throw new Error("no ticket");
  await contestant.seed([ticket]);
  const writer = contestant.open(ticket.id, 0);
  const reader = contestant.open(ticket.id, 1);
  await Promise.all([writer.opened, reader.opened]);
  const { clientId, updates } = typeCharacters(ticket.bytes, most);
  let next = 0;
  return {
    name: contestant.name,
    type: async (count) => {
      const from = next;
      next += count;
      return typePaced(writer, reader, clientId, updates.slice(from, next), from);
    },
    close: () => {
      writer.close();
      reader.close();
    },
  };
};

/** The n-th character has clock n: what the reader was sent says by its clock which of them have arrived. */
export const typePaced = async (
  writer: SocketClient,
  reader: SocketClient,
  clientId: number,
  updates: readonly Uint8Array[],
  firstClock: number,
): Promise<number[]> => {
  const sentAt: number[] = [];
  const latencies: number[] = [];
  const done = new Promise<void>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`${latencies.length} of ${updates.length} edits arrived`)),
      updates.length * intervalMs + lateMs,
    );
    reader.onUpdate = (update) => {
      const now = performance.now();
      const arrived = (Y.parseUpdateMeta(update).to.get(clientId) ?? 0) - firstClock;
      while (latencies.length < arrived) latencies.push(now - (sentAt[latencies.length] ?? now));
      if (latencies.length < updates.length) return;
      clearTimeout(late);
      resolve();
    };
  });
  // It is awaited below; until then a failure is nobody's.
  done.catch(() => {});
  const start = performance.now();
  for (const [i, update] of updates.entries()) {
    const wait = start + i * intervalMs - performance.now();
    if (wait > 0) await sleep(wait);
    sentAt.push(performance.now());
    writer.send(update);
  }
  await done;
  reader.onUpdate = () => {};
  return latencies;
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
