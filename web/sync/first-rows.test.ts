import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { TicketId } from "../../shared/ids.ts";
import { sampleNowMs, sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people } from "../../shared/sample-world.ts";
import { isoTime } from "../../shared/time.ts";
import type { ListedTicket } from "./device.ts";
import { keepFirstRows, readFirstRows } from "./first-rows.ts";

const me = people["marketing-head"];
const day = 24 * 60 * 60_000;
const ticket = sampleTicket("requested");
const rowOf = (n: number): ListedTicket => ({
  summary: { ...ticket, id: `t${n}` as TicketId, brief: "Long words", commentCount: 0, lastComment: null },
  hasWaiting: n === 0,
});
const idsOf = (kept: ReturnType<typeof readFirstRows>) => kept?.rows.map(({ summary }) => summary.id);

/** A device whose list can be set, and what is kept of it. */
const world = (rows: readonly ListedTicket[]) => {
  let text: string | null = null;
  const place = {
    read: () => text,
    write: (written: string) => {
      text = written;
    },
  };
  return createRoot((dispose) => {
    const [tickets, setTickets] = createSignal(rows);
    const lastContact = () => isoTime(sampleNowMs);
    keepFirstRows({ me: () => me, directory: () => directory, tickets, lastContact }, place);
    return { place, setTickets, dispose, read: (at = sampleNowMs) => readFirstRows(me.id, at, place) };
  });
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("keeps the first rows, without their briefs, and who stands in them", () => {
  const { read } = world(Array.from({ length: 100 }, (_, n) => rowOf(n)));
  vi.runAllTimers();
  expect(read()?.rows).toHaveLength(24);
  expect(read()?.rows[0]).toEqual({ ...rowOf(0), summary: { ...rowOf(0).summary, brief: "" } });
  expect(read()?.directory.people).toContainEqual(people["marketing-head"]);
  expect(read()?.directory.products).toEqual([]);
});

it("lets go at once of what is no longer there, and takes its time with everything else", () => {
  const { read, setTickets } = world([rowOf(0), rowOf(1)]);
  vi.runAllTimers();
  setTickets([rowOf(2), rowOf(0), rowOf(1)]);
  expect(idsOf(read())).toEqual(["t0", "t1"]);
  setTickets([rowOf(2), rowOf(1)]);
  expect(idsOf(read())).toEqual(["t2", "t1"]);
});

it("leaves out what is in the trash", () => {
  const trashed = { ...rowOf(1), summary: { ...rowOf(1).summary, state: { ...ticket.state, trashed: {} as never } } };
  const { read } = world([trashed, rowOf(0)]);
  vi.runAllTimers();
  expect(idsOf(read())).toEqual(["t0"]);
});

it("shows nothing to somebody else, nor on a device out of touch for two weeks, nor of what it cannot read", () => {
  const { read, place } = world([rowOf(0)]);
  vi.runAllTimers();
  expect(readFirstRows(people["creative-head"].id, sampleNowMs, place)).toBeNull();
  expect(read(sampleNowMs + 13 * day)).not.toBeNull();
  expect(read(sampleNowMs + 15 * day)).toBeNull();
  place.write("{");
  expect(read()).toBeNull();
  place.write(JSON.stringify({ format: 0, me, rows: [rowOf(0)] }));
  expect(read()).toBeNull();
});
