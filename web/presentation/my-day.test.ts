import { describe, expect, it } from "vitest";
import { sampleNowMs, sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people } from "../../shared/sample-world.ts";
import type { Fields, State, Status } from "../../shared/ticket/ticket.ts";
import { hourMs, isoTime } from "../../shared/time.ts";
import type { ListedTicket } from "../sync/device.ts";
import { clock } from "./moments.ts";
import { myDayOf } from "./my-day.ts";

const listed = (status: Status, fields: Partial<Fields>, state: Partial<State> = {}): ListedTicket => {
  const ticket = sampleTicket(status, { fields });
  return {
    summary: { ...ticket, state: { ...ticket.state, ...state }, commentCount: 0, lastComment: null },
    hasWaiting: false,
  };
};
const dueIn = (hours: number) => ({ deadline: isoTime(sampleNowMs + hours * hourMs) });
const dayOf = (tickets: ListedTicket[], who: keyof typeof people) =>
  myDayOf(tickets, people[who], directory, sampleNowMs);
const titles = (tickets: ListedTicket[]) => tickets.map(({ summary }) => summary.fields.title);

describe("a day", () => {
  it("has what is due first first, and what came back last", () => {
    const { tasks, sentence } = dayOf(
      [
        listed("completed", { title: "Seen to" }, { requester: people["creative-1"].id }),
        listed("approved", { title: "Later" }, dueIn(40)),
        listed("approved", { title: "Sooner" }, dueIn(2)),
      ],
      "creative-1",
    );
    expect(titles(tasks)).toEqual(["Sooner", "Later", "Seen to"]);
    expect(sentence).toBe("Two tickets are yours to do. One came back to you.");
  });

  it("puts the work begun before everything else", () => {
    const { onNow, tasks } = dayOf(
      [listed("approved", { title: "Waits" }, dueIn(1)), listed("in_progress", { title: "Begun" }, dueIn(9))],
      "creative-1",
    );
    expect(onNow?.summary.fields.title).toBe("Begun");
    expect(titles(tasks)).toEqual(["Waits"]);
  });

  it("says until when one is shooting, before what is overdue", () => {
    const end = sampleNowMs + 2 * hourMs;
    const shoot = listed(
      "in_progress",
      {
        title: "Film",
        requestType: "videoshoot",
        scheduledStart: isoTime(sampleNowMs - hourMs),
        scheduledEnd: isoTime(end),
      },
      { deadline: isoTime(end) },
    );
    const { onNow, sentence } = dayOf([listed("in_progress", { title: "Late" }, dueIn(-3)), shoot], "creative-1");
    expect(onNow?.summary.fields.title).toBe("Film");
    expect(sentence).toBe(`Shooting until ${clock(end)}. One ticket is overdue.`);
  });

  it("keeps approvals apart, longest waiting first", () => {
    const { approvals, tasks, sentence } = dayOf(
      [listed("requested", { title: "Newer" }), listed("requested", { title: "Older" })],
      "marketing-head",
    );
    expect(titles(approvals)).toEqual(["Older", "Newer"]);
    expect(tasks).toEqual([]);
    expect(sentence).toBe("Two wait for your approval.");
  });
});
