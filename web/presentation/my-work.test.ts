import { describe, expect, it } from "vitest";
import { sampleNowMs, sampleTicket } from "../../shared/sample-tickets.ts";
import { directory, people } from "../../shared/sample-world.ts";
import type { Fields, State, Status } from "../../shared/ticket/ticket.ts";
import { hourMs, isoTime } from "../../shared/time.ts";
import type { ListedTicket } from "../sync/device.ts";
import { myWorkOf } from "./my-work.ts";

const listed = (status: Status, fields: Partial<Fields>, state: Partial<State> = {}): ListedTicket => {
  const ticket = sampleTicket(status, { fields });
  return {
    summary: { ...ticket, state: { ...ticket.state, ...state }, commentCount: 0, lastComment: null },
    hasWaiting: false,
  };
};
const dueIn = (hours: number) => ({ deadline: isoTime(sampleNowMs + hours * hourMs) });
const groupsOf = (tickets: ListedTicket[], who: keyof typeof people) => {
  const { today, next, others, approvals, sentence } = myWorkOf(tickets, people[who], directory, sampleNowMs);
  const titles = (group: ListedTicket[]) => group.map(({ summary }) => summary.fields.title);
  return { today: titles(today), next: titles(next), others: titles(others), approvals, sentence };
};

describe("one's work", () => {
  it("is for today when begun, due before midnight or overdue; else it comes next", () => {
    const { today, next, sentence } = groupsOf(
      [
        listed("approved", { title: "On Friday" }, dueIn(90)),
        listed("approved", { title: "On Wednesday" }, dueIn(45)),
        listed("in_progress", { title: "Begun" }, dueIn(60)),
        listed("approved", { title: "Late" }, dueIn(-5)),
        listed("approved", { title: "Tonight" }, dueIn(1)),
      ],
      "creative-1",
    );
    expect(today).toEqual(["Late", "Tonight", "Begun"]);
    expect(next).toEqual(["On Wednesday", "On Friday"]);
    expect(sentence).toBe("Three for today. One is overdue.");
  });

  it("is for today on the day of the shoot, however late that ends", () => {
    const shoot = {
      title: "Night shoot",
      requestType: "photoshoot" as const,
      scheduledStart: isoTime(sampleNowMs + hourMs),
      scheduledEnd: isoTime(sampleNowMs + 30 * hourMs),
    };
    expect(groupsOf([listed("approved", shoot, dueIn(30))], "creative-1").today).toEqual(["Night shoot"]);
  });

  it("shows a requester what others hold, and what waits for a word", () => {
    const { today, others } = groupsOf(
      [
        listed("completed", { title: "To confirm" }),
        listed("in_progress", { title: "In the studio" }),
        listed("requested", { title: "With the head" }),
      ],
      "marketing-1",
    );
    expect(today).toEqual(["To confirm"]);
    expect(others).toEqual(["With the head", "In the studio"]);
  });

  it("counts approvals and leaves them to their own page", () => {
    const { approvals, today, sentence } = groupsOf([listed("requested", { title: "For the head" })], "marketing-head");
    expect([approvals, today]).toEqual([1, []]);
    expect(sentence).toBe("Nothing is yours to do.");
  });
});
