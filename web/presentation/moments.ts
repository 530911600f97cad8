/** Moments and spans as people read them. All take milliseconds since 1970 and the present, so that tests own the clock. */
import { t } from "../i18n/messages.ts";

const { calendar } = t;
const twoDigits = (value: number): string => String(value).padStart(2, "0");
const monthOf = (day: Date): string => calendar.months[day.getMonth()] ?? "";

/** '13:52' */
export const clock = (ms: number): string => {
  const at = new Date(ms);
  return `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
};

/** '19 Nov' */
export const dayOfYear = (ms: number): string => {
  const day = new Date(ms);
  return calendar.dayOfYear(day.getDate(), monthOf(day));
};

/** '19 Nov 2025' */
const fullDay = (ms: number): string => {
  const day = new Date(ms);
  return calendar.fullDay(day.getDate(), monthOf(day), day.getFullYear());
};

/** 'Wed' */
const weekday = (ms: number): string => calendar.weekdays[new Date(ms).getDay()] ?? "";

/** 'Tuesday 24 November' */
export const longDay = (ms: number): string => {
  const day = new Date(ms);
  const weekdayName = calendar.longWeekdays[day.getDay()] ?? "";
  return calendar.longDay(weekdayName, day.getDate(), calendar.longMonths[day.getMonth()] ?? "");
};

/** The exact time on demand: 'Tuesday 24 November 2026 at 14:20:05 GMT+8'. */
export const exactMoment = (ms: number): string => {
  const at = new Date(ms);
  const time = `${clock(ms)}:${twoDigits(at.getSeconds())}`;
  return calendar.exactMoment(longDay(ms), at.getFullYear(), time, zoneOf(at));
};

/** 'GMT', 'GMT+8', 'GMT-3:30' */
const zoneOf = (at: Date): string => {
  const minutes = -at.getTimezoneOffset();
  if (minutes === 0) return "GMT";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `GMT${minutes < 0 ? "-" : "+"}${hours}${rest === 0 ? "" : `:${twoDigits(rest)}`}`;
};

const dayMs = 86_400_000;

/** Whole calendar days from `nowMs` to `ms` in the device's zone: 0 today, -1 yesterday. */
export const daysAway = (ms: number, nowMs: number): number =>
  Math.round((new Date(ms).setHours(0, 0, 0, 0) - new Date(nowMs).setHours(0, 0, 0, 0)) / dayMs);

/** When a day begins in the device's zone, so many days after that of `nowMs`. */
export const startOfDay = (nowMs: number, days: number): number => {
  const day = new Date(nowMs);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
};

/** The calendar week around `nowMs` in the device's zone, from Monday to Monday. */
export const weekOf = (nowMs: number): { startMs: number; endMs: number } => {
  const day = new Date(nowMs);
  const monday = day.getDate() - ((day.getDay() + 6) % 7);
  const at = (date: number) => new Date(day.getFullYear(), day.getMonth(), date).getTime();
  return { startMs: at(monday), endMs: at(monday + 7) };
};

const dateOf = (ms: number, nowMs: number): string =>
  new Date(ms).getFullYear() === new Date(nowMs).getFullYear() ? dayOfYear(ms) : fullDay(ms);

/** The shortest that is clear: '13:52' today, 'Mon 09:40' within six days, else '19 Nov'. */
export const shortMoment = (ms: number, nowMs: number): string => {
  const days = daysAway(ms, nowMs);
  if (days === 0) return clock(ms);
  return Math.abs(days) < 7 ? t.times.weekdayAt(weekday(ms), clock(ms)) : dateOf(ms, nowMs);
};

/** For a station: '13:52' today, else the day alone, '19 Nov'. */
export const stationMoment = (ms: number, nowMs: number): string =>
  daysAway(ms, nowMs) === 0 ? clock(ms) : dateOf(ms, nowMs);

/** 'Today', 'Tomorrow', 'Yesterday', 'Thu 26 Nov'. */
export const dayName = (ms: number, nowMs: number): string => {
  const days = daysAway(ms, nowMs);
  if (days === 0) return t.times.today;
  if (days === 1) return t.times.tomorrow;
  return days === -1 ? t.times.yesterday : `${weekday(ms)} ${dateOf(ms, nowMs)}`;
};

/** 'Today, 18:00' */
export const dayAndTime = (ms: number, nowMs: number): string => t.times.dayAt(dayName(ms, nowMs), clock(ms));

/** 'Today, 14:00–18:00'; both days where it ends on another. */
export const dayAndRange = (startMs: number, endMs: number, nowMs: number): string =>
  daysAway(startMs, endMs) === 0
    ? t.times.dayAt(dayName(startMs, nowMs), t.times.range(clock(startMs), clock(endMs)))
    : t.times.range(dayAndTime(startMs, nowMs), dayAndTime(endMs, nowMs));

/** In a sentence: 'at 14:02' today, else 'on Mon 09:40'. */
export const momentInSentence = (ms: number, nowMs: number): string =>
  daysAway(ms, nowMs) === 0 ? t.refusals.at(clock(ms)) : t.refusals.on(shortMoment(ms, nowMs));

/** '20 min', '3 h 40 min', '30 h', '3 days': precise while it is near. */
export const span = (ms: number): string => {
  const minutes = Math.max(1, Math.floor(ms / 60_000));
  if (minutes < 60) return t.times.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return t.times.days(Math.floor(hours / 24));
  return hours >= 6 || minutes % 60 === 0 ? t.times.hours(hours) : t.times.hoursAndMinutes(hours, minutes % 60);
};

/** One unit only, for marks in lists: '20 min', '2 h', '3 days'. */
export const coarseSpan = (ms: number): string => {
  const minutes = Math.max(1, Math.floor(ms / 60_000));
  if (minutes < 60) return t.times.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? t.times.hours(hours) : t.times.days(Math.floor(hours / 24));
};
