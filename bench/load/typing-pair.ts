import * as Y from "yjs";
import type { Contestant } from "../contestants.ts";
import type { SeededTicket } from "../ticket-content.ts";
import { typeCharacters } from "./typing.ts";

/** A writer who types until told to stop, or until the server is gone, and somebody who reads along. */
export interface TypingPair {
  typed: Typed;
  stop(): void;
}

export interface Typed {
  clientId: number;
  /** When the n-th character came back to its author. */
  confirmedAt: number[];
  /** So many characters the reader has seen. */
  delivered: number;
  /** When the writer's socket broke; infinite while it stands. */
  closedAt: number;
}

const intervalMs = 33;
const most = 2_000;

export const startTyping = async (contestant: Contestant, ticket: SeededTicket): Promise<TypingPair> => {
  const [writer, reader] = [contestant.open(ticket.id, 0), contestant.open(ticket.id, 1)];
  await Promise.all([writer.opened, reader.opened]);
  const { clientId, updates } = typeCharacters(ticket.bytes, most);
  const typed: Typed = { clientId, confirmedAt: [], delivered: 0, closedAt: Number.POSITIVE_INFINITY };
  const clockIn = (update: Uint8Array) => Y.parseUpdateMeta(update).to.get(clientId) ?? 0;
  writer.onUpdate = (update) => {
    const clock = clockIn(update);
    while (typed.confirmedAt.length < clock) typed.confirmedAt.push(performance.now());
  };
  reader.onUpdate = (update) => {
    typed.delivered = Math.max(typed.delivered, clockIn(update));
  };
  void writer.closed.then(() => {
    typed.closedAt = performance.now();
    clearInterval(timer);
  });
  let next = 0;
  const timer = setInterval(() => {
    const update = updates[next++];
    if (update !== undefined) writer.send(update);
  }, intervalMs);
  return {
    typed,
    stop: () => {
      clearInterval(timer);
      writer.close();
      reader.close();
    },
  };
};
