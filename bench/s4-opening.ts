/** S4: stored tickets opened after a restart, one by one and 20 at a time. */
import { type Contestant, type ContestantName, withContestants } from "./contestants.ts";
import type { Figure, Part } from "./figure.ts";
import { readStored } from "./load/read-stored.ts";
import { median } from "./median.ts";
import { newTickets, type SeededTicket } from "./ticket-content.ts";

const names: readonly ContestantName[] = ["slate", "hocuspocus", "y-leveldb"];
/** The first ones let the fresh process compile what it needs. */
const warmUp = 100;
const oneByOne = 300;
const together = 600;
const atOnce = 20;

export const measureOpening: Part = ({ database, rounds }) =>
  withContestants(names, database, async (contestants) => {
    const tickets = newTickets(warmUp + oneByOne + together);
    for (const contestant of contestants) await contestant.seed(tickets);
    const single = new Map<ContestantName, number[]>();
    const many = new Map<ContestantName, number[]>();
    for (let round = 0; round < rounds; round++) {
      for (const contestant of contestants) {
        await contestant.restart("stop");
        await openAll(contestant, tickets.slice(0, warmUp), 1);
        const each = await openAll(contestant, tickets.slice(warmUp, warmUp + oneByOne), 1);
        const crowd = await openAll(contestant, tickets.slice(warmUp + oneByOne), atOnce);
        single.set(contestant.name, [...(single.get(contestant.name) ?? []), each]);
        many.set(contestant.name, [...(many.get(contestant.name) ?? []), crowd]);
      }
    }
    return [
      toFigure("tickets opened a second, one by one", single),
      toFigure("tickets opened a second, 20 at a time", many),
    ];
  });

/** Opened a second. */
const openAll = async (contestant: Contestant, tickets: readonly SeededTicket[], width: number): Promise<number> => {
  const waiting = [...tickets];
  const start = performance.now();
  const open = async () => {
    for (let ticket = waiting.pop(); ticket !== undefined; ticket = waiting.pop()) {
      const bytes = await readStored(contestant, ticket.id, ticket.bytes.length / 2);
      if (bytes.length < ticket.bytes.length / 2) throw new Error(`${contestant.name} lost a ticket`);
    }
  };
  await Promise.all(Array.from({ length: width }, open));
  return (tickets.length / (performance.now() - start)) * 1000;
};

const toFigure = (measure: string, all: Map<ContestantName, number[]>): Figure => {
  const values = Object.fromEntries([...all].map(([name, list]) => [name, median(list)])) as Record<
    ContestantName,
    number
  >;
  return {
    part: "S4",
    measure,
    unit: "/s",
    values,
    goal: "≥ 3 × Hocuspocus (at least 2 ×)",
    met: values.slate >= 3 * values.hocuspocus,
    note: values.slate >= 2 * values.hocuspocus ? "at least 2 ×" : "below 2 ×",
  };
};
