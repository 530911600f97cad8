import { expect, it } from "vitest";
import { isoTime } from "../../shared/time.ts";
import { fromLocalInput, toLocalInput } from "./local-times.ts";

it("goes to a date-and-time field and back without losing a minute", () => {
  const at = isoTime(new Date(2026, 10, 4, 9, 5).getTime());
  expect(toLocalInput(at)).toBe("2026-11-04T09:05");
  expect(fromLocalInput("2026-11-04T09:05")).toBe(at);
});

it("takes nothing for nothing", () => {
  expect(toLocalInput(null)).toBe("");
  expect(fromLocalInput("")).toBeNull();
});
