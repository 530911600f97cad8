import { list, plural } from "./plural.ts";

/** What differs between a brief as it was and as it is. */
export const changes = {
  list: (things: readonly string[]) => list(things),
  kind: { creative: "Creative work", support: "Help" },
  category: { technical: "Technical", financial: "Financial", product: "Product" },
  nothing: "nothing",
  was: "was",
  is: "now",
  removed: "removed:",
  added: "added:",
  heading: "What changed since you looked",
  none: "Nothing has changed since you looked",
  yesterdayAt: (clock: string) => `yesterday ${clock}`,
  newFromHere: "New since you looked",
  by: (names: readonly string[]) => `by ${list(names)}`,
  held: {
    sentence: (when: string) => `You approved it as it stood ${when}. It was changed before your approval arrived:`,
    elsewhere: "The brief was changed before your approval arrived. Look at it as it is now.",
    approveNow: "Approve what is there now",
  },
  since: (count: number) => `${plural(count, "change", "changes")} since you looked`,
  newBeside: (comments: number, actions: number) =>
    list([
      ...(comments > 0 ? [plural(comments, "new comment", "new comments")] : []),
      ...(actions > 0 ? [plural(actions, "new action", "new actions")] : []),
    ]),
};
