import { countWord } from "./plural.ts";

export const work = {
  nav: "My work",
  heading: {
    nothing: "Nothing is yours to do.",
    today: (count: number) => `${countWord(count)} for today.`,
    overdue: (count: number) => (count === 1 ? "One is overdue." : `${countWord(count)} are overdue.`),
    next: (count: number) =>
      count === 1
        ? "Nothing for today, one comes next."
        : `Nothing for today, ${countWord(count).toLowerCase()} come next.`,
    others: (count: number) =>
      count === 1 ? "One waits for somebody else." : `${countWord(count)} wait for somebody else.`,
  },
  today: "Today",
  next: "Next",
  others: "Waits for others",
  todayEmpty: "Nothing is begun, due or planned for today.",
  approvals: (count: number) =>
    count === 1 ? "One waits for your approval" : `${countWord(count)} wait for your approval`,
  empty: {
    title: "Your work stands here",
    text: "What is assigned to you comes here with its deadline, and your own requests with who holds them.",
  },
};
