import { describe, expect, it } from "vitest";
import { sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people } from "../../shared/sample-world.ts";
import type { Status } from "../../shared/ticket/ticket.ts";
import { offersFor } from "./offers.ts";

const offered = (status: Status, who: keyof typeof people) => {
  const { main, second, others } = offersFor(sampleTicket(status), people[who], directory);
  return [main, second, others.toSorted()];
};

describe("what a ticket offers", () => {
  it.each<[Status, keyof typeof people, unknown[]]>([
    ["requested", "marketing-head", ["approve", "reject", ["trash"]]],
    ["requested", "marketing-1", [null, null, ["trash"]]],
    ["pending_creative", "creative-head", ["approve", "reject", ["trash"]]],
    ["approved", "creative-1", ["start", null, []]],
    ["in_progress", "creative-1", ["complete", null, []]],
    ["completed", "marketing-1", ["confirm", "request_revision", []]],
    ["rejected", "marketing-1", ["resubmit", null, ["trash"]]],
    ["requested", "sales-1", [null, null, []]],
  ])("%s to %s", (status, who, offers) => expect(offered(status, who)).toEqual(offers));

  it("does not press a manager to complete what others work on", () => {
    const [main, , others] = offered("in_progress", "creative-head");
    expect(main).toBeNull();
    expect(others).toContain("complete");
  });

  it("asks for people first where nobody is assigned", () => {
    const ticket = sampleTicket("approved");
    const unassigned = { ...ticket, state: { ...ticket.state, assignee: null } };
    expect(offersFor(unassigned, people["creative-head"], directory).main).toBe("assign");
  });
});
