/** Several people of one ticket, spread over nodes, who all type at once: what each of them was told, checked. */
import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import type { DatabaseAddress } from "../../sync-server/store/sql.ts";
import type { Contestant } from "../contestants.ts";
import { withSql } from "../database.ts";
import type { SeededTicket } from "../ticket-content.ts";
import { intervalMs } from "./paced-pair.ts";
import { readStored } from "./read-stored.ts";
import type { SocketClient } from "./socket-client.ts";
import { typeCharacters } from "./typing.ts";

export interface CrowdVerdict {
  /** Updates that came to somebody. */
  deliveries: number;
  /** One line for each thing that must not be. */
  wrong: string[];
}

const writersEach = 2;
const charactersEach = 100;
const lateMs = 10_000;

/** Writers on every node, and on every node one who only reads. */
export const typeInCrowd = async (
  nodes: readonly Contestant[],
  ticket: SeededTicket,
  address: DatabaseAddress,
): Promise<CrowdVerdict> => {
  const writers = nodes.flatMap((node, at) => Array.from({ length: writersEach }, (_, i) => join(node, ticket, at, i)));
  const readers = nodes.map((node, at) => join(node, ticket, at, writersEach));
  const everyone = [...writers, ...readers];
  await Promise.all(everyone.map(({ client }) => client.opened));
  const expected = new Set(writers.map(({ clientId }) => clientId));
  await Promise.all(writers.map(typeOut));
  await waitFor(() => everyone.every(({ hears }) => hears.isComplete(expected)));
  const wrong = everyone.flatMap(({ name, hears }) => hears.faults(expected).map((fault) => `${name}: ${fault}`));
  for (const { client } of everyone) client.close();

  const stored = await Promise.all(nodes.map((node) => readStored(node, ticket.id, ticket.bytes.length / 2)));
  const replayed = await replayLog(address, ticket);
  for (const [i, bytes] of stored.entries()) {
    if (!isSame(bytes, replayed)) wrong.push(`node ${i} does not hold what the log says`);
  }
  for (const clientId of expected) {
    const kept = Y.parseUpdateMeta(replayed).to.get(clientId) ?? 0;
    if (kept !== charactersEach) wrong.push(`the log holds ${kept} of ${charactersEach} characters of ${clientId}`);
  }
  return { deliveries: everyone.reduce((sum, { hears }) => sum + hears.count(), 0), wrong };
};

interface Member {
  name: string;
  client: SocketClient;
  clientId: number;
  updates: Uint8Array[];
  hears: Hearing;
}

const join = (node: Contestant, ticket: SeededTicket, at: number, index: number): Member => {
  const client = node.open(ticket.id, at * 10 + index);
  const hears = createHearing();
  client.onUpdate = hears.take;
  return { name: `person ${index} on node ${at}`, client, hears, ...typeCharacters(ticket.bytes, charactersEach) };
};

const typeOut = async ({ client, updates }: Member): Promise<void> => {
  for (const update of updates) {
    client.send(update);
    await sleep(intervalMs);
  }
};

interface Hearing {
  take(update: Uint8Array): void;
  count(): number;
  isComplete(clients: ReadonlySet<number>): boolean;
  faults(clients: ReadonlySet<number>): string[];
}

/** What one person is told must continue, for each writer, exactly where it left off. */
const createHearing = (): Hearing => {
  const next = new Map<number, number>();
  const faults: string[] = [];
  let count = 0;
  const heard = (client: number) => next.get(client) ?? 0;
  return {
    take: (update) => {
      count++;
      const { from, to } = Y.parseUpdateMeta(update);
      for (const [client, start] of from) {
        const expected = heard(client);
        if (start < expected) faults.push(`told twice of ${client} from ${start}`);
        if (start > expected) faults.push(`not told of ${client} from ${expected} to ${start}`);
        next.set(client, Math.max(expected, to.get(client) ?? 0));
      }
    },
    count: () => count,
    isComplete: (clients) => [...clients].every((client) => heard(client) === charactersEach),
    faults: (clients) => [
      ...faults,
      ...[...clients]
        .filter((client) => heard(client) !== charactersEach)
        .map((client) => `told of ${heard(client)} of ${charactersEach} characters of ${client}`),
    ],
  };
};

const waitFor = async (isDone: () => boolean): Promise<void> => {
  const deadline = performance.now() + lateMs;
  while (!isDone() && performance.now() < deadline) await sleep(10);
};

const replayLog = (address: DatabaseAddress, { id }: SeededTicket): Promise<Uint8Array> =>
  withSql(address, async (sql) => {
    const rows = await sql<{ update: Uint8Array }[]>`select update from log where ticket_id = ${id} order by seq`;
    return Y.mergeUpdates(rows.map(({ update }) => new Uint8Array(update)));
  });

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(canonical(a), canonical(b)) === 0;

const canonical = (bytes: Uint8Array): Uint8Array => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  const whole = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return whole;
};
