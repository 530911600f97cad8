import { expect, it } from "vitest";
import { directoryToRows } from "../../shared/protocol/feed.ts";
import { sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people } from "../../shared/sample-world.ts";
import type { Device } from "./device.ts";
import { createStartingDevice } from "./starting-device.ts";

const me = people["marketing-head"];
const rows = [{ summary: { ...sampleTicket("requested"), commentCount: 0, lastComment: null }, hasWaiting: true }];
const starting = () => createStartingDevice({ me, rows, directory: directoryToRows(directory) });

it("shows the rows it is given, and claims nothing about the rest", () => {
  const { device } = starting();
  expect(device.tickets()).toEqual(rows);
  expect(device.me()).toEqual(me);
  expect(device.directory()).toEqual(directory);
  expect(device.status()).toEqual({ kind: "opening" });
  expect(device.isWhole()).toBe(false);
});

it("does nothing before the engine has started, and says so rather than lose it", () => {
  expect(() => starting().device.decide([])).toThrow("still starting");
});

it("asks the engine for everything once it has", () => {
  const { device, begin } = starting();
  const whole = { tickets: () => [], status: () => ({ kind: "saved" }), unsent: {}, find: () => new Map() };
  begin(whole as unknown as Device);
  expect(device.tickets()).toEqual([]);
  expect(device.status()).toEqual({ kind: "saved" });
  expect(device.unsent).toBe(whole.unsent);
  expect(device.find("x")).toEqual(new Map());
  expect(device.isWhole()).toBe(true);
});
