/** Between stored moments and what a date-and-time field holds: local time without a zone, to the minute. */
import { type IsoTime, isoTime, toMs } from "../../shared/time.ts";

const two = (value: number): string => String(value).padStart(2, "0");

export const toLocalInput = (at: IsoTime | null): string => {
  if (at === null) return "";
  const date = new Date(toMs(at));
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
};

/** Null for an empty field; a half-filled one is empty to the browser too. */
export const fromLocalInput = (text: string): IsoTime | null => {
  const ms = text === "" ? Number.NaN : new Date(text).getTime();
  return Number.isFinite(ms) ? isoTime(ms) : null;
};
