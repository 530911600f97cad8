import { ni, plural, si } from "./plural.ts";

export const approvals = {
  nav: "Approvals",
  heading: "Approvals",
  region: "Approvals",
  queue: "Naghihintay sa iyo",
  place: (at: number, of: number) => `${at} sa ${of}`,
  later: "Mamaya",
  asks: (who: string) => `hiling ${ni([who])}`,
  openTicket: "Buksan ang ticket",
  comments: (count: number) => plural(count, "comment"),
  facts: {
    fromApproval: "mula sa creative approval",
    scheduledEnd: "sa pagtatapos ng schedule",
    with: (names: readonly string[]) => `kasama ${si(names)}`,
    nobody: "Walang suggested",
    decidesNext: "Susunod na magpapasya",
  },
  undo: "Bawiin",
  undoBar: "Bawiin ang huling pasya",
  seconds: (count: number) => `${count} s`,
  decidedMany: (count: number, done: string) => `${plural(count, "ticket")} · ${done}`,
  next: (title: string) => `Susunod: ${title}`,
  select: (title: string) => `Piliin ang ${title}`,
  selected: (count: number) => `${count} ang napili`,
  approveMany: (count: number) => `I-approve ang ${count}`,
  clear: "Alisin ang pili",
  results: "Ano ang nangyari sa mga ito",
  result: {
    taken: "Na-approve · isi-sync pa",
    undone: "Nabawi",
    needsTeam: "Hindi na-approve: piliin muna kung sino ang gagawa nito.",
  },
  done: "Tapos",
  empty: {
    title: "Walang naghihintay ng approval mo",
    text: "Isa-isang dumarating dito ang mga request ng mga kasama mo. I-approve o i-reject ang mga ito, kahit offline; may walong segundo ka para bawiin.",
    action: "Pumunta sa lahat ng ticket",
    others: {
      text: "Sa mga manager at head ng department dumarating ang mga approval. Nasa mga ticket mo ang hiniling mo.",
    },
  },
};
