import { plural } from "./plural.ts";

export const times = {
  today: "Ngayon",
  yesterday: "Kahapon",
  tomorrow: "Bukas",
  dayAt: (day: string, clock: string) => `${day}, ${clock}`,
  range: (start: string, end: string) => `${start}–${end}`,
  weekdayAt: (weekday: string, clock: string) => `${weekday} ${clock}`,
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number) => `${hours} oras`,
  hoursAndMinutes: (hours: number, minutes: number) => `${hours} oras ${minutes} min`,
  days: (days: number) => plural(days, "araw"),
  overdueBy: (span: string) => `${span} nang overdue`,
  left: (span: string) => `May ${span} pa`,
  due: (moment: string) => `Due ${moment}`,
};
