import type { Contestant } from "../contestants.ts";
import type { SeededTicket } from "../ticket-content.ts";
import { typeCharacters } from "./typing.ts";

/** Many documents, one writer each, who sends the next character as soon as the last one has come back. */
export interface ClosedLoop {
  /** Every writer types `count` characters; how long it took, milliseconds. */
  run(count: number): Promise<number>;
  close(): void;
}

/** Stored documents are opened by stock clients; `most`: how many characters each writer will ever type. */
export const openClosedLoop = async (
  contestant: Contestant,
  tickets: readonly SeededTicket[],
  most: number,
): Promise<ClosedLoop> => {
  const writers = tickets.map(({ id, bytes }, i) => ({
    client: contestant.open(id, i),
    updates: typeCharacters(bytes, most).updates,
    next: 0,
    name: contestant.name,
  }));
  await Promise.all(writers.map(({ client }) => client.opened));
  return {
    run: async (count) => {
      const start = performance.now();
      await Promise.all(writers.map((writer) => typeInTurn(writer, count)));
      return performance.now() - start;
    },
    close: () => {
      for (const { client } of writers) client.close();
    },
  };
};

/** A machine at work with other things may be very slow. */
const lateMs = 180_000;

interface Writer {
  client: ReturnType<Contestant["open"]>;
  updates: Uint8Array[];
  next: number;
  name: string;
}

const typeInTurn = (writer: Writer, count: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = writer.next + count;
    const late = setTimeout(() => reject(new Error(`an update to ${writer.name} did not come back`)), lateMs);
    const step = () => {
      const update = writer.next < end ? writer.updates[writer.next++] : undefined;
      if (update !== undefined) return writer.client.send(update);
      clearTimeout(late);
      resolve();
    };
    writer.client.onUpdate = step;
    void writer.client.closed.then(() => reject(new Error("the server closed a writer's socket")));
    step();
  });
