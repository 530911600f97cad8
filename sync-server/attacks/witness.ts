import { expect } from "vitest";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { TicketId } from "../../shared/ids.ts";
import type { SampleUsername } from "../../shared/sample-world.ts";
import { until } from "./hostile-client.ts";
import { type StoredTicket, type Target, type Visible, visibleIn } from "./target.ts";

/** An honest person with a stock y-websocket client: the very thing the README tells others to use. */
export interface StockClient {
  doc: Y.Doc;
  provider: WebsocketProvider;
  /** Resolves when the server's state is here. */
  synced(): Promise<void>;
  leave(): void;
}

export const joinStock = async (
  target: Target,
  username: SampleUsername,
  id: TicketId,
  client?: number,
): Promise<StockClient> => {
  const token = await target.signIn(username);
  const doc = new Y.Doc();
  if (client !== undefined) doc.clientID = client;
  const provider = new WebsocketProvider(`ws://${target.host}/sync`, id, doc, {
    params: { token },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  const stock: StockClient = {
    doc,
    provider,
    synced: () => until(() => provider.synced, 10_000, "not synced"),
    leave: () => {
      provider.destroy();
      doc.destroy();
    },
  };
  await stock.synced();
  return stock;
};

/** Watches a ticket while it is attacked. */
export interface Witness {
  /** Every state the ticket was seen in, the first one first. */
  seen: Visible[];
  before: StoredTicket;
  /** Nothing came through: neither on their screen at any moment, nor in the log, nor in the list row. */
  expectUntouched(): Promise<void>;
  leave(): void;
}

export const watchTicket = async (target: Target, username: SampleUsername, id: TicketId): Promise<Witness> => {
  const stock = await joinStock(target, username, id);
  const before = await target.stored(id);
  const seen = [visibleIn(stock.doc)];
  stock.doc.on("update", () => seen.push(visibleIn(stock.doc)));
  expect(seen[0]).toEqual(before.visible);
  return {
    seen,
    before,
    expectUntouched: async () => {
      const after = await target.stored(id);
      const clocks = Y.encodeStateVector(after.doc);
      const hasAll = () => Buffer.compare(Y.encodeStateVector(stock.doc), clocks) === 0;
      await until(hasAll, 10_000, "the witness does not catch up");
      for (const state of seen) expect(state).toEqual(before.visible);
      expect(after.visible).toEqual(before.visible);
      expect(after.row).toEqual(before.row);
      expect(stock.provider.wsconnected).toBe(true);
    },
    leave: stock.leave,
  };
};
