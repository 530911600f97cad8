import { describe, expect, it } from "vitest";
import type { TicketId } from "../../shared/ids.ts";
import { sampleNowMs, sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people } from "../../shared/sample-world.ts";
import type { ListedTicket } from "../sync/device.ts";
import { awaitingApproval, isApprover, needsTeam, neighbour, placeIn, putOff, withArrived } from "./approval-queue.ts";

const listed = (...[status, options]: Parameters<typeof sampleTicket>): ListedTicket => ({
  summary: { ...sampleTicket(status, options), commentCount: 0, lastComment: null },
  hasWaiting: false,
});
const ids = (...names: string[]) => names as TicketId[];
const [a, b, c, d] = ids("a", "b", "c", "d") as [TicketId, TicketId, TicketId, TicketId];

describe("what waits for a person's approval", () => {
  const early = listed("requested", { id: a, nowMs: sampleNowMs });
  const late = listed("requested", { id: b, nowMs: sampleNowMs + 60_000 });
  const second = listed("pending_creative", { id: c });

  it.each([
    ["marketing-head", [a, b]],
    ["creative-head", [c]],
    ["marketing-1", []],
    ["admin", []],
  ] as const)("of %s, longest waiting first", (me, expected) => {
    const waiting = awaitingApproval([late, second, early], people[me], directory);
    expect(waiting.map(({ summary }) => summary.id)).toEqual(expected);
  });

  it("comes to managers, heads and admins", () => {
    const approvers = Object.values(people).filter((person) => isApprover(person, directory));
    expect(approvers.map(({ username }) => username)).toEqual([
      "admin",
      "marketing-head",
      "sales-head",
      "creative-head",
    ]);
  });

  it("needs a team named at the last step where nobody able is suggested", () => {
    const suggested = (...suggestedAssignees: (typeof people)["admin"]["id"][]) =>
      listed("pending_creative", { fields: { suggestedAssignees } });
    expect(needsTeam(suggested(), directory)).toBe(true);
    expect(needsTeam(suggested(people["marketing-1"].id), directory)).toBe(true);
    expect(needsTeam(suggested(people["creative-2"].id), directory)).toBe(false);
    expect(needsTeam(early, directory)).toBe(false);
  });
});

describe("a sitting", () => {
  const waiting = new Set([a, c, d]);

  it("takes what arrives at the end, and what is put off too", () => {
    expect(withArrived([a, b], [d, a, c])).toEqual([a, b, d, c]);
    expect(putOff([a, b, c], a)).toEqual([b, c, a]);
  });

  it.each([
    [a, 1, c],
    [d, 1, a],
    [a, -1, d],
    [b, 1, c],
    [null, 1, a],
  ] as const)("after %s, going %d, comes %s", (from, step, next) => {
    expect(neighbour([a, b, c, d], waiting, from, step)).toBe(next);
  });

  it("ends where nothing else waits", () => {
    expect(neighbour([a, b], new Set([a]), a, 1)).toBeNull();
    expect(neighbour([], new Set(), null, 1)).toBeNull();
  });

  it("counts what is decided", () => {
    expect(placeIn([a, b, c, d], waiting)).toEqual({ at: 2, of: 4 });
  });
});
