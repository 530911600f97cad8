import { describe, expect, it } from "vitest";
import { sampleNowMs, sampleTicket } from "../../shared/sample-tickets.ts";
import { people } from "../../shared/sample-world.ts";
import type { Fields, State, Status } from "../../shared/ticket/ticket.ts";
import { hourMs, isoTime } from "../../shared/time.ts";
import type { ListedTicket } from "../sync/device.ts";
import { openByPriority, statusCounts, weeklyCounts } from "./home-figures.ts";
import { standingOf } from "./standing.ts";

const listed = (status: Status, state: Partial<State> = {}, fields: Partial<Fields> = {}): ListedTicket => {
  const ticket = sampleTicket(status, { fields });
  return {
    summary: { ...ticket, state: { ...ticket.state, ...state }, commentCount: 0, lastComment: null },
    hasWaiting: false,
  };
};
const daysAgo = (days: number) => isoTime(sampleNowMs - days * 24 * hourMs);
const trashed = { trashed: { by: people.admin.id, at: daysAgo(0) } };
const overdue = { deadline: daysAgo(1) };

describe("tickets by status", () => {
  it("are all tickets outside of the trash, in pipeline order", () => {
    const tickets = [
      listed("rejected"),
      listed("completed", { confirmedAt: daysAgo(0) }),
      listed("requested"),
      listed("requested", trashed),
    ];
    const counts = statusCounts(tickets);
    expect(counts.map(({ status, count }) => [status, count])).toEqual([
      ["requested", 1],
      ["pending_creative", 0],
      ["approved", 0],
      ["in_progress", 0],
      ["completed", 1],
      ["rejected", 1],
    ]);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(standingOf(tickets, sampleNowMs).total);
  });
});

describe("Home's rule", () => {
  it("counts what is late at its station and in all", () => {
    const { stations, overdue: late } = standingOf(
      [
        listed("approved", overdue),
        listed("in_progress", overdue),
        listed("in_progress"),
        listed("completed", overdue),
      ],
      sampleNowMs,
    );
    expect(late).toBe(2);
    expect(stations.map(({ count, late }) => [count, late])).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
      [2, 1],
      [1, 0],
    ]);
  });
});

describe("open tickets by priority", () => {
  it("leave out drafts and what is over", () => {
    const counts = openByPriority(
      [
        listed("approved", overdue, { priority: "high" }),
        listed("requested", {}, { priority: "high" }),
        listed("draft", {}, { priority: "urgent" }),
        listed("completed", {}, { priority: "low" }),
        listed("rejected", {}, { priority: "low" }),
      ],
      sampleNowMs,
    );
    expect(counts).toEqual([
      { priority: "urgent", open: 0, overdue: 0 },
      { priority: "high", open: 2, overdue: 1 },
      { priority: "medium", open: 0, overdue: 0 },
      { priority: "low", open: 0, overdue: 0 },
    ]);
  });
});

describe("weeks", () => {
  it("are eight, from Monday to Monday, the present one last", () => {
    const weeks = weeklyCounts([], sampleNowMs);
    expect(weeks).toHaveLength(8);
    expect(weeks.every(({ startMs }) => new Date(startMs).getDay() === 1 && new Date(startMs).getHours() === 0)).toBe(
      true,
    );
    expect(new Date(weeks.at(-1)?.startMs ?? 0).toDateString()).toBe(new Date(sampleNowMs).toDateString());
  });

  it("count a ticket where it was made and where it was finished, and nothing older", () => {
    const weeks = weeklyCounts(
      [
        listed("completed", { createdAt: daysAgo(9), completedAt: daysAgo(0) }),
        listed("requested", { createdAt: daysAgo(400) }),
        listed("requested", { createdAt: daysAgo(7) }),
        listed("requested", { createdAt: daysAgo(1), ...trashed }),
      ],
      sampleNowMs,
    );
    expect(weeks.slice(-3).map(({ created, completed }) => [created, completed])).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
    expect(weeks.reduce((sum, { created }) => sum + created, 0)).toBe(2);
  });
});
