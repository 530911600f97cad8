import { countWord } from "./plural.ts";

export const work = {
  nav: "Gawain ko",
  heading: {
    nothing: "Wala kang gagawin.",
    today: (count: number) => `${countWord(count)} para sa araw na ito.`,
    overdue: (count: number) => `${countWord(count)} ang overdue.`,
    next: (count: number) => `Wala para sa araw na ito, ${countWord(count).toLowerCase()} ang susunod.`,
    others: (count: number) => `${countWord(count)} ang naghihintay sa iba.`,
  },
  today: "Ngayong araw",
  next: "Susunod",
  others: "Naghihintay sa iba",
  todayEmpty: "Walang nasimulan, dapat matapos o nakaplano ngayong araw.",
  approvals: (count: number) => `${countWord(count)} ang naghihintay ng approval mo`,
  empty: {
    title: "Dito makikita ang gawain mo",
    text: "Dumarating dito ang naka-assign sa iyo kasama ang deadline, at ang sarili mong mga request kasama kung sino ang may hawak.",
  },
};
