import { describe, expect, it } from "vitest";
import { sampleNowMs, sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people } from "../../shared/sample-world.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import type { Status } from "../../shared/ticket/ticket.ts";
import { withoutStrong } from "../i18n/strong.ts";
import { refusalSentence } from "./refusal-sentence.ts";
import { factsWithWho } from "./who-was-first.ts";

const row = (status: Status): TicketSummary => ({ ...sampleTicket(status), commentCount: 0, lastComment: null });
const told = (facts: Record<string, unknown>, ticket: TicketSummary | undefined, me: keyof typeof people) => {
  const refusal = { what: "fields" as const, code: "forbidden", facts };
  const reader = { me: people[me].id, directory, nowMs: sampleNowMs };
  return withoutStrong(refusalSentence({ ...refusal, facts: factsWithWho(refusal, ticket) }, reader));
};

describe("text that may no longer be written", () => {
  it("is told who was first and when", () =>
    expect(told({ status: "pending_creative" }, row("pending_creative"), "marketing-1")).toMatch(
      /^marketing-head approved it .*, before your change arrived\. It waits for creative approval now\. Your text is kept:$/,
    ));

  it("is told that it was oneself", () =>
    expect(told({ status: "pending_creative" }, row("pending_creative"), "marketing-head")).toMatch(
      /^You approved it .* already\..*Your text is kept:$/,
    ));

  it.each([
    ["has gone on", { status: "pending_creative" }, row("approved")],
    ["is gone", { status: "pending_creative" }, undefined],
  ] as const)("is told the status alone where the ticket %s", (_, facts, ticket) =>
    expect(told(facts, ticket, "marketing-1")).toBe(
      "This ticket is at ‘Creative Approval’, where you may no longer change this. Your text is kept:",
    ),
  );
});
