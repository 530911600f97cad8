import { describe, expect, it, vi } from "vitest";
import {
  coarseSpan,
  dayAndRange,
  dayAndTime,
  exactMoment,
  longDay,
  momentInSentence,
  shortMoment,
  span,
  stationMoment,
  weekOf,
} from "./moments.ts";

// Local times on purpose: people read moments in their own zone.
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();
const now = at(24, 14, 20);

describe("moments are as short as they are clear", () => {
  it.each([
    ["today is a clock", at(24, 13, 52), "13:52"],
    ["this week is a weekday", at(23, 9, 40), "Mon 09:40"],
    ["earlier is a day", at(2, 9, 40), "2 Nov"],
    ["another year is said", new Date(2025, 10, 19, 8).getTime(), "19 Nov 2025"],
  ])("%s", (_, ms, text) => expect(shortMoment(ms, now)).toBe(text));

  it("says a station's day without its time", () => {
    expect(stationMoment(at(20, 9), now)).toBe("20 Nov");
    expect(stationMoment(at(24, 9), now)).toBe("09:00");
  });

  it("knows the week from Monday to Monday", () => {
    for (const day of [23, 24, 29]) expect(weekOf(at(day, 12))).toEqual({ startMs: at(23, 0), endMs: at(30, 0) });
  });

  it("names near days", () => {
    expect(dayAndTime(at(24, 18), now)).toBe("Today, 18:00");
    expect(dayAndTime(at(25, 18), now)).toBe("Tomorrow, 18:00");
    expect(dayAndTime(at(18, 16, 20), now)).toBe("Wed 18 Nov, 16:20");
  });

  it("joins a range within one day, and names both days otherwise", () => {
    expect(dayAndRange(at(24, 14), at(24, 18), now)).toBe("Today, 14:00–18:00");
    expect(dayAndRange(at(24, 22), at(25, 2), now)).toBe("Today, 22:00–Tomorrow, 02:00");
  });

  it("says a whole day, and on demand the exact moment with its zone", () => {
    expect(longDay(now)).toBe("Tuesday 24 November");
    const inZone = (zone: string) => {
      vi.stubEnv("TZ", zone);
      return exactMoment(Date.UTC(2026, 10, 24, 6, 20, 5));
    };
    expect(inZone("Asia/Manila")).toBe("Tuesday 24 November 2026 at 14:20:05 GMT+8");
    expect(inZone("America/St_Johns")).toBe("Tuesday 24 November 2026 at 02:50:05 GMT-3:30");
    expect(inZone("UTC")).toBe("Tuesday 24 November 2026 at 06:20:05 GMT");
    vi.unstubAllEnvs();
  });

  it("fits into a sentence", () => {
    expect(momentInSentence(at(24, 14, 2), now)).toBe("at 14:02");
    expect(momentInSentence(at(23, 9, 40), now)).toBe("on Mon 09:40");
  });
});

describe("spans", () => {
  const minute = 60_000;
  it.each([
    [20, "20 min", "20 min"],
    [220, "3 h 40 min", "3 h"],
    [120, "2 h", "2 h"],
    [30 * 60 + 5, "30 h", "30 h"],
    [3 * 24 * 60, "3 days", "3 days"],
    [0, "1 min", "1 min"],
  ])("%i minutes", (minutes, precise, coarse) => {
    expect(span(minutes * minute)).toBe(precise);
    expect(coarseSpan(minutes * minute)).toBe(coarse);
  });
});
