/** S5: a device returns with 500 edited tickets: on loopback, and through a round trip of 80 ms. */
import { type Contestant, type ContestantName, withContestants } from "./contestants.ts";
import type { ColumnName, Figure, Part } from "./figure.ts";
import { encodeParcels } from "./load/floor-messages.ts";
import { returnByOneSocket } from "./load/hocuspocus-return.ts";
import { returnByManySockets } from "./load/many-sockets-return.ts";
import {
  type EditedTicket,
  editAll,
  type Return,
  returnByBulkSync,
  returnByTwoRequests,
  sendParcels,
} from "./load/returning-device.ts";
import { median } from "./median.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";
import { newTickets, type SeededTicket } from "./ticket-content.ts";

const names: readonly ContestantName[] = ["slate", "hocuspocus", "y-leveldb", "y-memory"];
const ticketsEach = 500;
const roundTripMs = 80;
/** So far away that what a trip takes longer is nothing but waiting. */
const veryFarMs = 400;

interface Runner {
  name: ColumnName;
  process: ServerProcess;
  seed(tickets: readonly SeededTicket[]): Promise<void>;
  run: Return;
}

interface Trip {
  loopbackMs: number;
  farMs: number;
  bytes: number;
}

export const measureReturn: Part = ({ database, rounds }) =>
  withContestants(names, database, async (contestants) => {
    const floor = await startServerProcess("peers/http-floor");
    try {
      const runners = [...contestants.map(toRunner), floorRunner(floor)];
      const trips = new Map<ColumnName, Trip[]>();
      // The first round lets every process compile what it needs. Every trip has tickets that nobody has in memory yet.
      for (let round = 0; round <= rounds; round++) {
        for (const runner of runners) {
          const trip = await travel(runner);
          if (round > 0) trips.set(runner.name, [...(trips.get(runner.name) ?? []), trip]);
        }
      }
      const waits = new Map<ColumnName, number>();
      for (const runner of runners) waits.set(runner.name, await countWaits(runner, trips.get(runner.name) ?? []));
      return toFigures(trips, waits);
    } finally {
      await floor.stop();
    }
  });

const returns: Partial<Record<ColumnName, Return>> = {
  slate: returnByBulkSync,
  hocuspocus: returnByOneSocket,
  "y-leveldb": returnByManySockets,
  "y-memory": returnByManySockets,
};

const toRunner = (contestant: Contestant): Runner => ({
  name: contestant.name,
  process: contestant.process,
  seed: contestant.seed,
  run: returns[contestant.name] as Return,
});

const floorRunner = (process: ServerProcess): Runner => ({
  name: "floor",
  process,
  seed: (tickets) =>
    sendParcels(`127.0.0.1:${process.port}`, "/keep", encodeParcels(tickets.map(({ id, bytes }) => [id, bytes]))),
  run: returnByTwoRequests,
});

const travel = async (runner: Runner): Promise<Trip> => {
  const near = await storeAndEdit(runner);
  const loopbackMs = await timed(runner.run, runner.process.port, near);
  const { ms, bytes } = await travelFar(runner, roundTripMs);
  return { loopbackMs, farMs: ms, bytes };
};

/** How much longer a trip takes through a longer round trip, in round trips. */
const countWaits = async (runner: Runner, trips: readonly Trip[]): Promise<number> => {
  const { ms } = await travelFar(runner, veryFarMs);
  return (ms - median(trips.map((trip) => trip.farMs))) / (veryFarMs - roundTripMs);
};

const travelFar = async (runner: Runner, delayMs: number): Promise<{ ms: number; bytes: number }> => {
  const edits = await storeAndEdit(runner);
  const env = { TARGET_PORT: String(runner.process.port), ROUND_TRIP_MS: String(delayMs) };
  const proxy = await startServerProcess("delay-proxy", env);
  try {
    const ms = await timed(runner.run, proxy.port, edits);
    const { up = 0, down = 0 } = await proxy.facts();
    return { ms, bytes: up + down };
  } finally {
    await proxy.stop();
  }
};

const storeAndEdit = async (runner: Runner): Promise<EditedTicket[]> => {
  const tickets = newTickets(ticketsEach);
  await runner.seed(tickets);
  const edits = editAll(tickets);
  globalThis.gc?.();
  return edits;
};

const timed = async (run: Return, port: number, tickets: readonly EditedTicket[]): Promise<number> => {
  const start = performance.now();
  await run(`127.0.0.1:${port}`, tickets);
  return performance.now() - start;
};

const toFigures = (trips: Map<ColumnName, Trip[]>, counted: Map<ColumnName, number>): Figure[] => {
  const of = (read: (trip: Trip) => number) =>
    Object.fromEntries([...trips].map(([name, list]) => [name, median(list.map(read))])) as Record<ColumnName, number>;
  const [loopback, far] = [of((trip) => trip.loopbackMs), of((trip) => trip.farMs)];
  const waits = Object.fromEntries(counted) as Record<ColumnName, number>;
  const megabytes = of((trip) => trip.bytes / 1e6);
  const fastestPeer = (values: Record<ColumnName, number>) => Math.min(...names.slice(1).map((name) => values[name]));
  const times = (values: Record<ColumnName, number>) => values.slate * 3 <= fastestPeer(values);
  const row = { part: "S5" };
  const fasterGoal = "≥ 3 × faster than every peer";
  return [
    {
      ...row,
      measure: "500 edited tickets, loopback",
      unit: "ms",
      values: loopback,
      goal: fasterGoal,
      met: times(loopback),
    },
    { ...row, measure: "the same at 80 ms round trip", unit: "ms", values: far, goal: fasterGoal, met: times(far) },
    { ...row, measure: "sequential waits", unit: "", values: waits, goal: "≤ 4", met: Math.round(waits.slate) <= 4 },
    { ...row, measure: "up + down", unit: "MB", values: megabytes, goal: "≤ 0.2 MB", met: megabytes.slate <= 0.2 },
  ];
};
