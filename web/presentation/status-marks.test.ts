import { describe, expect, it } from "vitest";
import { draftState, type State } from "../../shared/ticket/ticket.ts";
import type { IsoTime } from "../../shared/time.ts";
import { marksOf, shownStatus } from "./status-marks.ts";

const at = "2026-11-24T09:00:00.000Z" as IsoTime;
const state = (changes: Partial<State>): State => ({ ...draftState, ...changes });
const rejectedFrom = (from: State["status"]) =>
  state({ status: "rejected", rejection: { by: "u" as never, at, reason: "no", from } });

describe("the rule in a list", () => {
  it.each([
    ["a draft is five dots", state({}), "dot dot dot dot dot"],
    ["the first approval", state({ status: "requested" }), "tall dot dot dot dot"],
    ["work going on", state({ status: "in_progress" }), "short short short tall dot"],
    ["completed", state({ status: "completed" }), "short short short short tall"],
    ["closed is five tall ticks", state({ status: "completed", confirmedAt: at }), "tall tall tall tall tall"],
    ["rejected has a cross where it fell", rejectedFrom("pending_creative"), "short cross dot dot dot"],
  ])("%s", (_, given, marks) => expect(marksOf(given).join(" ")).toBe(marks));

  it("calls a confirmed ticket closed", () => {
    expect(shownStatus(state({ status: "completed", confirmedAt: at }))).toBe("closed");
    expect(shownStatus(state({ status: "completed" }))).toBe("completed");
  });
});
