import { plural } from "./plural.ts";

export const times = {
  today: "Today",
  yesterday: "Yesterday",
  tomorrow: "Tomorrow",
  dayAt: (day: string, clock: string) => `${day}, ${clock}`,
  range: (start: string, end: string) => `${start}–${end}`,
  weekdayAt: (weekday: string, clock: string) => `${weekday} ${clock}`,
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number) => `${hours} h`,
  hoursAndMinutes: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
  days: (days: number) => plural(days, "day", "days"),
  overdueBy: (span: string) => `${span} overdue`,
  left: (span: string) => `${span} left`,
  due: (moment: string) => `Due ${moment}`,
};
