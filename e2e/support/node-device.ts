/** The device engine in Node against a real server, with a network that can be cut and a clock that can be turned. */

import { decodeBulkAnswer, encodeBulkRequest } from "../../shared/protocol/bulk.ts";
import { people, type SampleUsername } from "../../shared/sample-world.ts";
import { createEngine, type Engine } from "../../web/sync/core/engine.ts";
import { createMemoryDeviceStore, createMemoryDisk } from "../../web/sync/core/memory-device-store.ts";
import type { BulkOutcome } from "../../web/sync/core/ports.ts";
import { logIn } from "./rest.ts";

export interface NodeDevice {
  engine: Engine;
  setOnline(online: boolean): void;
  /** From now on its clock runs this far ahead, milliseconds. */
  turnClock(aheadMs: number): void;
}

/** It syncs by bulk only: no feed, no live links. */
export const createNodeDevice = async (url: string, username: SampleUsername): Promise<NodeDevice> => {
  const { token } = await logIn(url, username);
  let isOnline = true;
  let aheadMs = 0;
  const engine = createEngine({
    me: people[username],
    store: createMemoryDeviceStore(createMemoryDisk()),
    bulk: {
      send: async (request): Promise<BulkOutcome> => {
        if (!isOnline) return { kind: "unreachable" };
        const answer = await fetch(`${url}/api/sync`, {
          method: "POST",
          headers: { authorization: `Bearer ${token}`, "content-type": "application/octet-stream" },
          body: encodeBulkRequest(request) as Uint8Array<ArrayBuffer>,
        });
        if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
        return { kind: "answered", answer: decodeBulkAnswer(new Uint8Array(await answer.arrayBuffer())) };
      },
    },
    links: { connect: () => ({ push: () => {}, reconnect: () => {}, close: () => {} }) },
    feed: { connect: () => ({ restart: () => {}, wake: () => {}, stop: () => {} }) },
    locks: { acquire: async () => () => {} },
    tabs: { post: () => {}, listen: () => () => {} },
    clock: {
      now: () => Date.now() + aheadMs,
      setTimer: (ms, callback) => {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
    },
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  });
  await engine.load();
  engine.start();
  return {
    engine,
    setOnline: (online) => {
      isOnline = online;
    },
    turnClock: (ms) => {
      aheadMs = ms;
    },
  };
};
