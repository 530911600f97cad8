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
  since: (count: number) => `${plural(count, "change", "changes")} since you looked`,
  newBeside: (comments: number, actions: number) =>
    list([
      ...(comments > 0 ? [plural(comments, "new comment", "new comments")] : []),
      ...(actions > 0 ? [plural(actions, "new action", "new actions")] : []),
    ]),
};
