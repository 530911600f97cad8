import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import type { Contestant } from "../contestants.ts";
import type { SeededTicket } from "../ticket-content.ts";
import type { SocketClient } from "./socket-client.ts";
import { typeCharacters } from "./typing.ts";

/** One writer and one reader of a ticket, at a person's pace or faster: 50 edits a second. */
export interface PacedPair {
  /** Types `count` characters, one every `intervalMs`; the latencies in milliseconds. */
  type(count: number): Promise<number[]>;
  close(): void;
}

export const intervalMs = 20;
const lateMs = 5_000;

/** `ticket`: as it is stored. `most`: how many characters will ever be typed. `readAt`: where the reader is, if elsewhere. */
export const openPacedPair = async (
  contestant: Contestant,
  ticket: SeededTicket,
  most: number,
  readAt: Contestant = contestant,
): Promise<PacedPair> => {
  const writer = contestant.open(ticket.id, 0);
  const reader = readAt.open(ticket.id, 1);
  await Promise.all([writer.opened, reader.opened]);
  const { clientId, updates } = typeCharacters(ticket.bytes, most);
  let next = 0;
  return {
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
const typePaced = async (
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
