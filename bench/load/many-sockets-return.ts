import { plainDialect } from "./dialect.ts";
import type { EditedTicket, Return } from "./returning-device.ts";
import { openSocket } from "./socket-client.ts";

/** A browser opens WebSockets to one host one after the other; this is kinder than that. */
const socketsAtOnce = 25;

/** A returning device as y-websocket's provider does it: a socket for each document, open until its edit came back. */
export const returnByManySockets: Return = async (origin, tickets) => {
  const waiting = [...tickets];
  const work = async () => {
    for (let ticket = waiting.pop(); ticket !== undefined; ticket = waiting.pop()) await returnOne(origin, ticket);
  };
  await Promise.all(Array.from({ length: socketsAtOnce }, work));
};

const returnOne = async (origin: string, { id, stateVector, edit }: EditedTicket): Promise<void> => {
  const client = openSocket({ origin, dialect: plainDialect(""), document: id, token: "", stateVector, answer: edit });
  const cameBack = new Promise<void>((resolve, reject) => {
    client.onUpdate = () => resolve();
    void client.closed.then(() => reject(new Error("closed before the edit came back")));
  });
  cameBack.catch(() => {});
  await client.opened;
  await cameBack;
  client.close();
};
