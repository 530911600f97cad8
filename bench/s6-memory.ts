/** S6: what a ticket costs in memory that somebody has open and nobody is writing in. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Contestant, type ContestantName, withContestants } from "./contestants.ts";
import type { Figure, Part } from "./figure.ts";
import type { SocketClient } from "./load/socket-client.ts";
import { typeCharacters } from "./load/typing.ts";
import { newTickets, type SeededTicket } from "./ticket-content.ts";

const names: readonly ContestantName[] = ["slate", "hocuspocus", "y-leveldb", "y-memory", "relay"];
/** These keep nothing over a restart: whoever opens a ticket brings it along. */
const forgetful: readonly ContestantName[] = ["y-memory", "relay"];
const warmUp = 100;
const open = 2_000;
const atOnce = 20;
/** Our rooms free their documents after 20 s without work and look every 5 s; Hocuspocus stores after 2 s. */
const idleMs = 32_000;
const lateMs = 30_000;

interface Bytes {
  heap: number;
  rss: number;
}

/** One look is enough: memory does not vary as time does. */
export const measureMemory: Part = ({ database, tell }) =>
  withContestants(names, database, async (contestants) => {
    const tickets = newTickets(warmUp + open);
    const before = new Map<ContestantName, Bytes>();
    const clients: SocketClient[] = [];
    for (const contestant of contestants) {
      if (!forgetful.includes(contestant.name)) {
        await contestant.seed(tickets);
        await contestant.restart("stop");
      }
      for (const client of await openAll(contestant, tickets.slice(0, warmUp))) client.close();
      before.set(contestant.name, await contestant.process.memory());
      clients.push(...(await openAll(contestant, tickets.slice(warmUp))));
      tell(`  ${contestant.name}: ${open} open`);
    }
    await sleep(idleMs);
    const each = new Map<ContestantName, Bytes>();
    for (const { name, process } of contestants) {
      const [then, now] = [before.get(name) as Bytes, await process.memory()];
      each.set(name, { heap: (now.heap - then.heap) / open, rss: (now.rss - then.rss) / open });
    }
    for (const client of clients) client.close();
    return toFigures(each);
  });

/** Each ticket is opened and gets one character, so that every server had reason to build its document. */
const openAll = async (contestant: Contestant, tickets: readonly SeededTicket[]): Promise<SocketClient[]> => {
  const waiting = [...tickets.entries()];
  const clients: SocketClient[] = [];
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [index, ticket] = next;
      const client = contestant.open(ticket.id, index);
      clients.push(client);
      await client.opened;
      if (forgetful.includes(contestant.name)) await sendAndAwait(client, ticket.bytes);
      await sendAndAwait(client, typeCharacters(ticket.bytes, 1).updates[0] as Uint8Array);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return clients;
};

const sendAndAwait = (client: SocketClient, update: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("an edit did not come back")), lateMs);
    client.onUpdate = () => {
      clearTimeout(late);
      resolve();
    };
    void client.closed.then(() => reject(new Error("closed before its edit came back")));
    client.send(update);
  });

const toFigures = (each: Map<ContestantName, Bytes>): Figure[] => {
  const of = (key: keyof Bytes) =>
    Object.fromEntries([...each].map(([name, bytes]) => [name, bytes[key] / 1000])) as Record<ContestantName, number>;
  const [heap, rss] = [of("heap"), of("rss")];
  const isBelow = (values: Record<ContestantName, number>) =>
    names.slice(1, -1).every((name) => values.slate < values[name]);
  const row = { part: "S6", unit: "kB" };
  return [
    {
      ...row,
      measure: `memory a ticket, ${open} open and idle: heap`,
      values: heap,
      goal: "below every peer",
      met: isBelow(heap),
    },
    { ...row, measure: "the same: resident", values: rss, goal: "", met: null },
  ];
};
