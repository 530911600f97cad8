/** S4: stored tickets opened after a restart: on sockets of their own, and all of them as a new device fetches them. */
import { type Contestant, type ContestantName, withContestants } from "./contestants.ts";
import type { Figure, Part } from "./figure.ts";
import { type Download, downloadByBulkSync, downloadByOneSocket } from "./load/first-download.ts";
import { readStored } from "./load/read-stored.ts";
import { median } from "./median.ts";
import { newTickets, type SeededTicket } from "./ticket-content.ts";

/** What opening a socket costs by itself is seen at the relay. */
const names: readonly ContestantName[] = ["slate", "hocuspocus", "y-leveldb", "relay"];
/** The first ones let the fresh process compile what it needs. */
const warmUp = 100;
const oneByOne = 200;
const together = 500;
const atOnce = 20;
const fetched = 1_000;

interface Opened {
  each: number;
  crowd: number;
  device: number;
  micros: number;
}

export const measureOpening: Part = ({ database, rounds }) =>
  withContestants(names, database, async (contestants) => {
    const tickets = newTickets(warmUp + oneByOne + together + fetched);
    for (const contestant of contestants) await contestant.seed(tickets);
    const all = new Map<ContestantName, Opened[]>();
    for (let round = 0; round < rounds; round++) {
      for (const contestant of contestants) {
        await contestant.restart("stop");
        const waiting = [...tickets];
        await openAll(contestant, waiting.splice(0, warmUp), 1);
        const usage = async () => (await contestant.process.usage()).cpuMicros + database.cpuMicros();
        const before = await usage();
        const each = await openAll(contestant, waiting.splice(0, oneByOne), 1);
        const crowd = await openAll(contestant, waiting.splice(0, together), atOnce);
        const micros = ((await usage()) - before) / (oneByOne + together);
        const device = await fetchAll(contestant, waiting);
        all.set(contestant.name, [...(all.get(contestant.name) ?? []), { each, crowd, device, micros }]);
      }
    }
    return toFigures(all);
  });

/** Opened a second. */
const openAll = async (contestant: Contestant, tickets: readonly SeededTicket[], width: number): Promise<number> => {
  const waiting = [...tickets];
  const start = performance.now();
  const open = async () => {
    for (let ticket = waiting.pop(); ticket !== undefined; ticket = waiting.pop()) await openOne(contestant, ticket);
  };
  await Promise.all(Array.from({ length: width }, open));
  return (tickets.length / (performance.now() - start)) * 1000;
};

const openOne = async (contestant: Contestant, { id, bytes }: SeededTicket): Promise<void> => {
  if (contestant.name === "relay") {
    const client = contestant.open(id, 0);
    await client.opened;
    client.close();
    return client.closed;
  }
  const read = await readStored(contestant, id, bytes.length / 2);
  if (read.length < bytes.length / 2) throw new Error(`${contestant.name} lost a ticket`);
};

const downloads: Partial<Record<ContestantName, Download>> = {
  slate: downloadByBulkSync,
  hocuspocus: downloadByOneSocket,
};

/** Fetched a second; y-websocket's provider has a socket for each document. */
const fetchAll = async (contestant: Contestant, tickets: readonly SeededTicket[]): Promise<number> => {
  const download = downloads[contestant.name];
  if (download === undefined) return openAll(contestant, tickets, atOnce);
  const start = performance.now();
  await download(`127.0.0.1:${contestant.process.port}`, tickets);
  return (tickets.length / (performance.now() - start)) * 1000;
};

const toFigures = (all: Map<ContestantName, Opened[]>): Figure[] => {
  const of = (key: keyof Opened) =>
    Object.fromEntries([...all].map(([name, list]) => [name, median(list.map((opened) => opened[key]))])) as Record<
      ContestantName,
      number
    >;
  const row = (measure: string, key: keyof Opened): Figure => {
    const values = of(key);
    const note = values.slate >= 2 * values.hocuspocus ? "at least 2 ×" : "below 2 ×";
    const goal = "≥ 3 × Hocuspocus (at least 2 ×)";
    return { part: "S4", measure, unit: "/s", values, goal, met: values.slate >= 3 * values.hocuspocus, note };
  };
  return [
    row("tickets opened a second, a socket each, one by one", "each"),
    row("tickets opened a second, a socket each, 20 at a time", "crowd"),
    { ...row("CPU an opening, server and database", "micros"), unit: "µs", goal: "", met: null, note: "" },
    row(`tickets fetched a second, ${fetched} by a new device`, "device"),
  ];
};
