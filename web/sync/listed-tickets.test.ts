import { expect, it } from "vitest";
import type { TicketId } from "../../shared/ids.ts";
import { sampleTicket } from "../../shared/sample-tickets.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import { createTicketLister } from "./listed-tickets.ts";

const ticket = sampleTicket("requested");
const rowAt = (id: string, submittedAt: string): TicketSummary => ({
  ...ticket,
  id: id as TicketId,
  state: { ...ticket.state, submittedAt: submittedAt as never },
  commentCount: 0,
  lastComment: null,
});

const world = (...summaries: TicketSummary[]) => {
  const rows = new Map(summaries.map((summary) => [summary.id, summary]));
  const waiting = new Map<TicketId, never[]>();
  const engine = { index: { summaries: rows, waiting }, listRow: (id: TicketId) => rows.get(id) };
  return { rows, waiting, list: createTicketLister(engine as never) };
};
const idsOf = (listed: readonly { summary: TicketSummary }[]) => listed.map(({ summary }) => summary.id);

const [older, newer] = [rowAt("a", "2027-01-01T00:00:00.000Z"), rowAt("b", "2027-01-02T00:00:00.000Z")];

it("puts the newest change first", () => {
  expect(idsOf(world(older, newer).list())).toEqual(["b", "a"]);
});

it("is the same list while no row has changed", () => {
  const { list } = world(older, newer);
  expect(list()).toBe(list());
});

it("keeps the rows that did not change the objects they were", () => {
  const { list, rows } = world(older, newer);
  const before = list();
  rows.set(older.id, rowAt("a", "2027-01-03T00:00:00.000Z"));
  const after = list();
  expect(idsOf(after)).toEqual(["a", "b"]);
  expect(after[1]).toBe(before[0]);
});

it("follows what waits, and what is gone", () => {
  const { list, rows, waiting } = world(older, newer);
  list();
  waiting.set(older.id, []);
  expect(list().map(({ hasWaiting }) => hasWaiting)).toEqual([false, true]);
  rows.delete(newer.id);
  expect(idsOf(list())).toEqual(["a"]);
});
