import { describe, expect, it } from "vitest";
import { draftState, type State } from "../../shared/ticket/ticket.ts";
import { isoTime } from "../../shared/time.ts";
import { stepperOf } from "./stations.ts";

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 24, 8);
const approval = { by: "u" as never, at: isoTime(start - 24 * hour), passed: false };
const working: State = {
  ...draftState,
  status: "in_progress",
  submittedAt: isoTime(start - 48 * hour),
  deptApproval: approval,
  creativeApproval: approval,
  startedAt: isoTime(start),
  deadline: isoTime(start + 10 * hour),
};

describe("the stepper", () => {
  it("runs as far as the time between start and deadline has", () => {
    expect(stepperOf(working, start + 4 * hour).ink).toBeCloseTo(3.4);
    expect(stepperOf(working, start + 99 * hour)).toMatchObject({ ink: 4, isOverdue: true });
    expect(stepperOf(working, start - hour).ink).toBe(3);
  });

  it("says when each station was reached, and when the last is due", () => {
    const { stations } = stepperOf(working, start);
    expect(stations.map((station) => station.at)).toEqual([
      working.submittedAt,
      approval.at,
      approval.at,
      working.startedAt,
      working.deadline,
    ]);
    expect(stations.map((station) => station.isDue)).toEqual([false, false, false, false, true]);
  });

  it("promises nothing on a rejected ticket", () => {
    const rejected: State = {
      ...working,
      status: "rejected",
      rejection: { by: "u" as never, at: isoTime(start), reason: "no", from: "requested" },
    };
    const { stations, ink } = stepperOf(rejected, start);
    expect(ink).toBe(0);
    expect(stations[0]).toMatchObject({ mark: "cross", isHere: true });
    expect(stations[4]?.at).toBeNull();
  });
});
