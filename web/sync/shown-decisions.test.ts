import { expect, it } from "vitest";
import type { ActionId } from "../../shared/ids.ts";
import { sampleNowMs, sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people } from "../../shared/sample-world.ts";
import { isoTime } from "../../shared/time.ts";
import type { KeptDecision, ListedTicket } from "./device.ts";
import { rowsWithDecisions, waitingDecisions } from "./shown-decisions.ts";

const me = people["marketing-head"];
const viewer = { me, directory, nowMs: sampleNowMs };
const ticket = sampleTicket("requested");
const row: ListedTicket = { summary: { ...ticket, commentCount: 0, lastComment: null }, hasWaiting: false };
const approval: KeptDecision = {
  id: "d1" as ActionId,
  ticket: ticket.id,
  action: { type: "approve", actor: me.id, at: isoTime(sampleNowMs), step: "department" },
};

it("shows a decision as taken before its ticket holds it", () => {
  const [shown] = rowsWithDecisions([row], [approval], viewer);
  expect(shown?.summary.state.status).toBe("pending_creative");
  expect(shown?.hasWaiting).toBe(true);
});

it("shows it once, when the ticket holds it too", () => {
  const approved = rowsWithDecisions([row], [approval], viewer);
  expect(rowsWithDecisions(approved, [approval], viewer)[0]?.summary.state).toEqual(approved[0]?.summary.state);
});

it("leaves all other rows the objects they were", () => {
  expect(rowsWithDecisions([row], [{ ...approval, ticket: "other" as never }], viewer)[0]).toBe(row);
});

it("counts it among what waits until the outbox does", () => {
  const engine = (waiting: object[]) =>
    ({ index: { waiting: new Map([[ticket.id, waiting]]) }, listRow: () => row.summary }) as never;
  expect(waitingDecisions([approval], engine([]))).toEqual([
    { ticket: ticket.id, title: ticket.fields.title, what: "approve", madeAt: isoTime(sampleNowMs) },
  ]);
  expect(waitingDecisions([approval], engine([{ actionId: "d1" }]))).toEqual([]);
});
