import * as v from "valibot";
import { expect, test } from "vitest";
import { ActionIdSchema } from "../ids.ts";
import { sampleTicket } from "../sample-tickets.ts";
import { people } from "../sample-world.ts";
import { ask, at, nowMs } from "../testing/ask.ts";
import { hourMs, isoTime } from "../time.ts";
import { workflowEvent } from "./events.ts";

const ticket = sampleTicket("approved");
const id = v.parse(ActionIdSchema, "a1");
const start = { type: "start", actor: people["creative-1"].id } as const;
const decision = ask(ticket, "creative-1", { type: "start" });

test("says what changed, from what to what", () => {
  if (!decision.accepted) throw new Error("not accepted");
  expect(workflowEvent(ticket, id, { ...start, at: nowMs - hourMs }, decision, nowMs)).toEqual({
    ticket: ticket.id,
    action: "a1",
    type: "start",
    actor: people["creative-1"].id,
    at,
    deviceAt: isoTime(nowMs - hourMs),
    from: "approved",
    to: "in_progress",
    before: { status: "approved", startedAt: null, startedBy: null },
    after: { status: "in_progress", startedAt: at, startedBy: people["creative-1"].id },
  });
});

test.each([undefined, "yesterday", -1, Number.NaN, 9e15, "", "+275760-09-13T00:00:00.000Z"])(
  "a device time nobody can use is left out: %j",
  (said) => {
    if (!decision.accepted) throw new Error("not accepted");
    expect(workflowEvent(ticket, id, { ...start, at: said }, decision, nowMs).deviceAt).toBeNull();
  },
);
