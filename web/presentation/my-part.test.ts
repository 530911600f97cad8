import { describe, expect, it } from "vitest";
import { sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people } from "../../shared/sample-world.ts";
import type { State, Status } from "../../shared/ticket/ticket.ts";
import type { ListedTicket } from "../sync/device.ts";
import { type MyPart, myPartIn } from "./my-part.ts";

const listed = (status: Status, change: Partial<State> = {}, hasWaiting = false): ListedTicket => {
  const ticket = sampleTicket(status);
  const state = { ...ticket.state, ...change };
  return { summary: { ...ticket, state, commentCount: 0, lastComment: null }, hasWaiting };
};

describe("what a ticket asks of a person", () => {
  it.each<[Status, keyof typeof people, MyPart | null]>([
    ["draft", "marketing-1", null],
    ["requested", "marketing-head", "approve"],
    ["requested", "marketing-1", "wait"],
    ["requested", "creative-head", null],
    ["pending_creative", "creative-head", "approve"],
    ["approved", "creative-1", "work"],
    ["approved", "creative-2", "work"],
    ["approved", "creative-head", null],
    ["in_progress", "creative-1", "work"],
    ["in_progress", "marketing-1", "wait"],
    ["completed", "marketing-1", "confirm"],
    ["completed", "creative-1", "wait"],
    ["rejected", "marketing-1", "correct"],
    ["rejected", "marketing-head", null],
  ])("%s of %s: %s", (status, who, part) => expect(myPartIn(listed(status), people[who], directory)).toBe(part));

  it("asks the creative approver for people where nobody is assigned", () => {
    const unassigned = listed("approved", { assignee: null, collaborators: [] });
    expect(myPartIn(unassigned, people["creative-head"], directory)).toBe("assign");
    expect(myPartIn(unassigned, people["creative-1"], directory)).toBeNull();
  });

  it("keeps what one completed in sight until it has reached the server", () => {
    expect(myPartIn(listed("completed", {}, true), people["creative-1"], directory)).toBe("sent");
  });

  it("asks nothing of anybody once it is closed or in the trash", () => {
    const at = sampleTicket("completed").state.completedAt;
    expect(myPartIn(listed("completed", { confirmedAt: at }), people["marketing-1"], directory)).toBeNull();
    const trashed = { by: people["marketing-1"].id, at: sampleTicket("requested").state.createdAt ?? at };
    if (trashed.at === null) throw new Error("the sample has no date");
    expect(
      myPartIn(listed("requested", { trashed: { ...trashed, at: trashed.at } }), people["marketing-head"], directory),
    ).toBeNull();
  });
});
