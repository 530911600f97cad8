/** S2: one writer, 49 readers: what one delivery costs the server. */
import { type Contestant, type ContestantName, withContestants } from "./contestants.ts";
import type { Part } from "./figure.ts";
import { typeCharacters } from "./load/typing.ts";
import { median } from "./median.ts";
import { newTickets } from "./ticket-content.ts";

const names: readonly ContestantName[] = ["slate", "hocuspocus", "y-leveldb", "y-memory", "relay"];
const sockets = 50;
const editsPerRound = 600;
const microsGoal = 28;

export const measureFanOut: Part = ({ database, rounds }) =>
  withContestants(names, database, async (contestants) => {
    const circles = await Promise.all(contestants.map((one) => openCircle(one, (rounds + 1) * editsPerRound)));
    for (const circle of circles) await circle.round();
    const costs = new Map<ContestantName, number[]>();
    for (let round = 0; round < rounds; round++) {
      for (const circle of circles) costs.set(circle.name, [...(costs.get(circle.name) ?? []), await circle.round()]);
    }
    for (const circle of circles) circle.close();
    const values = Object.fromEntries([...costs].map(([name, list]) => [name, median(list)]));
    return [
      {
        part: "S2",
        measure: "server CPU a delivery, 1 writer, 49 readers",
        unit: "µs",
        values,
        goal: `≤ ${microsGoal}`,
        met: (values.slate ?? Number.NaN) <= microsGoal,
      },
    ];
  });

/** A round's answer: microseconds of server CPU a delivery. */
const openCircle = async (contestant: Contestant, most: number) => {
  const tickets = newTickets(1);
  const [ticket] = tickets;
  if (ticket === undefined) throw new Error("no ticket");
  await contestant.seed(tickets);
  const clients = Array.from({ length: sockets }, (_, i) => contestant.open(ticket.id, i));
  await Promise.all(clients.map((client) => client.opened));
  const { updates } = typeCharacters(ticket.bytes, most);
  let next = 0;
  let missing = 0;
  let arrived = () => {};
  for (const client of clients) {
    client.onUpdate = () => {
      if (--missing === 0) arrived();
    };
  }
  const send = (update: Uint8Array) =>
    new Promise<void>((resolve) => {
      missing = sockets;
      arrived = resolve;
      clients[0]?.send(update);
    });
  return {
    name: contestant.name,
    round: async () => {
      const before = await contestant.process.usage();
      for (let i = 0; i < editsPerRound; i++) await send(updates[next++] as Uint8Array);
      const after = await contestant.process.usage();
      return (after.cpuMicros - before.cpuMicros) / (editsPerRound * sockets);
    },
    close: () => {
      for (const client of clients) client.close();
    },
  };
};
