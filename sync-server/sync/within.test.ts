import { expect, it } from "vitest";
import { createFakeClock } from "../testing/sync/fake-clock.ts";
import { within } from "./within.ts";

it("answers as it was answered, at the latest at the limit", async () => {
  const clock = createFakeClock(0);
  const slow = new Promise<string>((resolve) => clock.setTimer(1_000, () => resolve("in time")));
  const inTime = within(1_001, slow, clock);
  const tooLate = within(999, slow, clock).catch((error: Error) => error.message);
  const failed = within(1_000, Promise.reject(new Error("itself")), clock).catch((error: Error) => error.message);
  await clock.advance(1_000);
  expect(await Promise.all([inTime, tooLate, failed])).toEqual(["in time", "no answer within 999 ms", "itself"]);
});
