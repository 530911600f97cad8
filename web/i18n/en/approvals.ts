import { list, plural } from "./plural.ts";

/** The queue of what waits for one's approval. */
export const approvals = {
  nav: "Approvals",
  heading: "Approvals",
  region: "Approvals",
  queue: "Waiting for you",
  place: (at: number, of: number) => `${at} of ${of}`,
  later: "Later",
  asks: (who: string) => `${who} asks`,
  openTicket: "Open the ticket",
  comments: (count: number) => plural(count, "comment", "comments"),
  facts: {
    fromApproval: "from creative approval",
    scheduledEnd: "the scheduled end",
    with: (names: readonly string[]) => `with ${list(names)}`,
    nobody: "Nobody suggested",
    decidesNext: "Decides next",
  },
  undo: "Undo",
  undoBar: "Undo the last decision",
  seconds: (count: number) => `${count} s`,
  decidedMany: (count: number, done: string) => `${plural(count, "ticket", "tickets")} · ${done}`,
  /** Read aloud as the next card comes. */
  next: (title: string) => `Next: ${title}`,
  select: (title: string) => `Select ${title}`,
  selected: (count: number) => `${count} selected`,
  approveMany: (count: number) => `Approve ${count}`,
  clear: "Clear",
  results: "What became of them",
  result: {
    taken: "Approved · waiting to sync",
    undone: "Undone",
    needsTeam: "Not approved: choose who takes it on first.",
  },
  done: "Done",
  empty: {
    title: "Nothing waits for your approval",
    text: "Requests of your people come here one after the other. Approve or reject them, offline too; eight seconds are yours to undo.",
    action: "Go to all tickets",
    others: {
      text: "Approvals come to managers and heads of departments. What you asked for stands in your tickets.",
    },
  },
};
