import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { ActionIdSchema } from "../ids.ts";
import { sampleFields, sampleNowMs, sampleTicket, sampleTicketId } from "../sample-tickets.ts";
import { directory, people, type SampleUsername } from "../sample-world.ts";
import { nowMs } from "../testing/ask.ts";
import { draftState, type Rulings, type Ticket } from "../ticket/ticket.ts";
import { hourMs, isoTime } from "../time.ts";
import type { Action } from "../workflow/actions.ts";
import type { StoredAction } from "./action-order.ts";
import { viewTicket } from "./view.ts";

const noRulings: Rulings = new Map();
const idOf = (username: SampleUsername) => people[username].id;
const stored = (key: string, action: Action): StoredAction => ({ id: v.parse(ActionIdSchema, key), action });

const viewAs = (username: SampleUsername, ticket: Ticket, actions: StoredAction[], rulings = noRulings) =>
  viewTicket(ticket, actions, rulings, people[username], { nowMs, directory });

describe("my own actions show before they are ruled on", () => {
  const approved = sampleTicket("approved");
  const start = stored("z", { type: "start", actor: idOf("creative-1"), n: 1 });
  const complete = stored("a", { type: "complete", actor: idOf("creative-1"), n: 2 });

  test("started, then completed, without a network", () => {
    const { ticket, pending } = viewAs("creative-1", approved, [complete, start]);
    expect(ticket.state).toMatchObject({ status: "completed", startedAt: isoTime(nowMs), completedAt: isoTime(nowMs) });
    expect(pending.map(({ id, decision }) => [id, decision.accepted])).toEqual([
      ["z", true],
      ["a", true],
    ]);
  });

  test("as of the moment my device made them", () => {
    const madeAt = isoTime(nowMs - hourMs);
    const { ticket } = viewAs("creative-1", approved, [stored("z", { ...start.action, at: madeAt })]);
    expect(ticket.state.startedAt).toBe(madeAt);
  });

  test("what the server has ruled on is in the state already, or never will be", () => {
    const refused = {
      accepted: false,
      code: "wrong_status",
      facts: {},
      status: "approved",
      at: isoTime(nowMs),
    } as const;
    const { ticket, pending } = viewAs("creative-1", approved, [start], new Map([[start.id, refused]]));
    expect(ticket).toEqual(approved);
    expect(pending).toEqual([]);
  });

  test("others see nothing of them", () => {
    expect(viewAs("creative-2", approved, [start, complete])).toEqual({ ticket: approved, pending: [] });
  });

  test("one that cannot be accepted any more says so and changes nothing", () => {
    const rejected = sampleTicket("rejected");
    const { ticket, pending } = viewAs("marketing-head", rejected, [
      stored("a", { type: "approve", actor: idOf("marketing-head"), n: 1 }),
    ]);
    expect(ticket).toEqual(rejected);
    expect(pending).toMatchObject([{ decision: { accepted: false, refusal: { code: "wrong_status" } } }]);
  });
});

describe("a draft the server has not seen", () => {
  const local: Ticket = {
    id: sampleTicketId,
    fields: { ...sampleFields("website_banner"), department: people["marketing-1"].department },
    state: draftState,
    brief: "",
  };

  test("is mine", () => {
    expect(viewAs("marketing-1", local, []).ticket.state.requester).toBe(idOf("marketing-1"));
  });

  test("can be submitted, for now without a number", () => {
    const submit = stored("a", { type: "submit", actor: idOf("marketing-1"), at: isoTime(sampleNowMs) });
    expect(viewAs("marketing-1", local, [submit]).ticket.state).toMatchObject({
      status: "requested",
      number: null,
      submittedAt: isoTime(sampleNowMs),
    });
  });

  test("several decisions follow each other: an admin submits, assigns and sets a deadline", () => {
    const by = idOf("admin");
    const actions: Action[] = [
      { type: "submit", actor: by, n: 1 },
      { type: "assign", actor: by, assignee: idOf("creative-1"), n: 2 },
      { type: "set_deadline", actor: by, deadline: isoTime(nowMs + hourMs), reason: "Fair", n: 3 },
    ];
    const stream = actions.map((action, i) => stored(`a${i}`, action));
    const { ticket, pending } = viewAs("admin", local, stream);
    expect(pending.every(({ decision }) => decision.accepted)).toBe(true);
    expect(ticket.state).toMatchObject({ status: "approved", assignee: idOf("creative-1"), deadlineReason: "Fair" });
  });
});
