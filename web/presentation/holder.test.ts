import { describe, expect, it } from "vitest";
import { sampleNowMs, sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people } from "../../shared/sample-world.ts";
import type { Status } from "../../shared/ticket/ticket.ts";
import { withoutStrong } from "../i18n/strong.ts";
import { holderOf } from "./holder.ts";

const day = 86_400_000;
const told = (status: Status, me: keyof typeof people) => {
  const ticket = sampleTicket(status);
  const viewer = { me: people[me].id, directory, nowMs: sampleNowMs + 30 * day };
  const { sentence, next } = holderOf(ticket, viewer);
  return `${withoutStrong(sentence)} ${next}`.replace(/ since [^.]*/, " since …").replace(/ on [^.]*/, " on …");
};

describe("who holds a ticket and what is next", () => {
  it.each<[Status, keyof typeof people, string]>([
    ["draft", "marketing-1", "Only you see this draft. Next: it is sent for approval."],
    ["requested", "marketing-1", "marketing-head holds it since …. Next: it is approved or rejected."],
    ["requested", "marketing-head", "You hold it since …. Next: approve or reject it."],
    ["pending_creative", "marketing-1", "creative-head holds it since …. Next: it is approved or rejected."],
    ["approved", "creative-1", "You hold it since …. Next: start the work."],
    ["in_progress", "creative-1", "You hold it since …. Next: marketing-1 confirms."],
    ["in_progress", "marketing-1", "creative-1 holds it since …. Next: you confirm."],
    ["completed", "marketing-1", "You hold it since …. Next: confirm it or ask for a revision."],
    ["completed", "creative-head", "marketing-1 holds it since …. Next: it is confirmed or revised."],
    ["rejected", "marketing-1", "marketing-head rejected it on …. Next: change it and send it again."],
  ])("%s, as %s reads it", (status, me, sentence) => expect(told(status, me)).toBe(sentence));

  it("says that nobody holds an approved ticket without people, and who assigns them", () => {
    const ticket = sampleTicket("approved");
    const unassigned = { ...ticket, state: { ...ticket.state, assignee: null, collaborators: [] } };
    const { sentence, next } = holderOf(unassigned, { me: people["marketing-1"].id, directory, nowMs: sampleNowMs });
    expect(withoutStrong(sentence)).toMatch(/^Nobody holds it since /);
    expect(next).toBe("Next: creative-head assigns somebody.");
  });
});
