/**
 * Days and moments in words. The names are those of Unicode, written out here because the browser's own formatting takes a
 * slow phone a tenth of a second to wake up. Weeks begin with Sunday, years with January, as in `Date`.
 */
export const calendar = {
  weekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  longWeekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
  longMonths: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  dayOfYear: (day: number, month: string) => `${day} ${month}`,
  fullDay: (day: number, month: string, year: number) => `${day} ${month} ${year}`,
  longDay: (weekday: string, day: number, month: string) => `${weekday} ${day} ${month}`,
  exactMoment: (day: string, year: number, clock: string, zone: string) => `${day} ${year} at ${clock} ${zone}`,
};
