import { describe, expect, test } from "vitest";
import { sampleFields, sampleNowMs } from "../sample-tickets.ts";
import { hourMs, isoTime } from "../time.ts";
import { deadlineOf, isOverdue } from "./deadline.ts";
import { draftState } from "./ticket.ts";

const approval = { at: isoTime(sampleNowMs), event: "approval" } as const;
const hoursLater = (hours: number) => isoTime(sampleNowMs + hours * hourMs);

describe("deadline from final approval", () => {
  test.each([
    ["urgent", "video", 3, "urgent video: 3 h from approval"],
    ["urgent", "image", 2, "urgent image: 2 h from approval"],
    ["high", "video", 24, "high: 24 h from approval"],
    ["high", "image", 24, "high: 24 h from approval"],
    ["medium", "image", 72, "medium: 72 h from approval"],
    ["low", "video", 168, "low: 168 h from approval"],
  ] as const)("%s %s: %i h", (priority, criteria, hours, reason) => {
    const fields = { ...sampleFields("website_banner"), priority };
    expect(deadlineOf(fields, criteria, approval)).toEqual({ deadline: hoursLater(hours), reason });
  });

  test("urgent work of unknown criteria counts as image", () => {
    const fields = { ...sampleFields("website_banner"), priority: "urgent" as const };
    expect(deadlineOf(fields, null, approval).deadline).toBe(hoursLater(2));
  });

  test("a revision counts from the moment it was asked for, and says so", () => {
    const from = { at: approval.at, event: "revision" } as const;
    expect(deadlineOf(sampleFields("ads"), "image", from).reason).toBe("medium: 72 h from revision");
  });
});

describe("deadline of a shoot", () => {
  const shootEnding = (scheduledEnd: string | null) => ({ ...sampleFields("photoshoot"), scheduledEnd }) as never;

  test("is the scheduled end while that lies ahead", () => {
    expect(deadlineOf(shootEnding(hoursLater(52)), "image", approval)).toEqual({
      deadline: hoursLater(52),
      reason: "shoot: scheduled end",
    });
  });

  test.each([
    ["has passed", hoursLater(-1)],
    ["is this very moment", hoursLater(0)],
    ["is not said", null],
  ])("goes by priority when the scheduled end %s", (_, end) => {
    expect(deadlineOf(shootEnding(end), "image", approval).deadline).toBe(hoursLater(72));
  });

  test("dates left in the fields of another type do not make it a shoot", () => {
    const fields = { ...sampleFields("photoshoot"), requestType: "website_banner" as const };
    expect(deadlineOf(fields, "image", approval).deadline).toBe(hoursLater(72));
  });
});

describe("overdue", () => {
  const work = { ...draftState, status: "in_progress" as const, deadline: hoursLater(0) };
  const mark = { by: "", at: hoursLater(1) } as never;

  test.each([
    ["past its deadline", work, 1, true],
    ["at its deadline", work, 0, false],
    ["approved and past it", { ...work, status: "approved" as const }, 1, true],
    ["completed", { ...work, status: "completed" as const }, 1, false],
    ["rejected", { ...work, status: "rejected" as const }, 1, false],
    ["in the trash", { ...work, trashed: mark }, 1, false],
    ["without a deadline", { ...work, deadline: null }, 1, false],
  ])("%s", (_, state, laterMs, expected) => {
    expect(isOverdue(state, sampleNowMs + laterMs)).toBe(expected);
  });
});
