import { describe, expect, it } from "vitest";
import { createSchedule } from "./schedule.ts";

describe("the schedule", () => {
  it("lets things happen in order of time, then in the order they were asked for", async () => {
    const schedule = createSchedule(0);
    const heard: string[] = [];
    for (const [name, ms] of [
      ["c", 30],
      ["a", 10],
      ["b", 20],
      ["b2", 20],
      ["late", 99],
    ] as const) {
      schedule.after(ms, () => heard.push(`${name}@${schedule.now()}`));
    }
    const cancel = schedule.after(15, () => heard.push("cancelled"));
    cancel();
    await schedule.pass(40);
    expect(heard).toEqual(["a@10", "b@20", "b2@20", "c@30"]);
    expect(schedule.now()).toBe(40);
  });

  it("runs every promise dry before the next event", async () => {
    const schedule = createSchedule(0);
    const heard: string[] = [];
    schedule.after(1, () => {
      void (async () => {
        for (let i = 0; i < 100; i++) await null;
        heard.push("promises");
      })();
    });
    schedule.after(1, () => heard.push("next"));
    await schedule.pass(1);
    expect(heard).toEqual(["promises", "next"]);
  });
});
