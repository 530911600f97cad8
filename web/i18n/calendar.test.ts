import { describe, expect, it } from "vitest";
import { calendar as english } from "./en/calendar.ts";
import { calendar as filipino } from "./fil/calendar.ts";

const firstOfMonth = Array.from({ length: 12 }, (_, month) => new Date(2026, month, 1));
/** The first of February 2026 is a Sunday. */
const week = Array.from({ length: 7 }, (_, day) => new Date(2026, 1, 1 + day));

describe.each([
  ["en-GB", english],
  ["fil-PH", filipino],
])("the calendar of %s says what Unicode says", (locale, calendar) => {
  const said = (days: readonly Date[], options: Intl.DateTimeFormatOptions) =>
    days.map((day) => new Intl.DateTimeFormat(locale, options).format(day));

  it("names weekdays", () => {
    expect(calendar.weekdays).toEqual(said(week, { weekday: "short" }));
    expect(calendar.longWeekdays).toEqual(said(week, { weekday: "long" }));
  });

  it("names days of a year, with and without it", () => {
    expect(calendar.months.map((month) => calendar.dayOfYear(1, month))).toEqual(
      said(firstOfMonth, { day: "numeric", month: "short" }),
    );
    expect(calendar.months.map((month) => calendar.fullDay(1, month, 2026))).toEqual(
      said(firstOfMonth, { day: "numeric", month: "short", year: "numeric" }),
    );
  });

  it("names long days", () => {
    expect(
      firstOfMonth.map((day) =>
        calendar.longDay(calendar.longWeekdays[day.getDay()] ?? "", 1, calendar.longMonths[day.getMonth()] ?? ""),
      ),
    ).toEqual(said(firstOfMonth, { weekday: "long", day: "numeric", month: "long" }));
  });
});
