import { strong } from "../strong.ts";

/** A change somebody asks for because they may not make it. */
export const suggestions = {
  suggestIt: "Suggest it",
  suggested: "Suggested. It stands among the ticket’s comments.",
  heading: (who: string) => `${strong(who)} suggests`,
  headingOwn: `${strong("You")} suggest`,
  apply: "Apply",
  applied: (who: string, moment: string) => `Applied by ${strong(who)} ${moment}`,
  appliedOwn: (moment: string) => `Applied by ${strong("you")} ${moment}`,
  standsThere: "This stands there now.",
  /** What the comments say to those who read no suggestions: programs, mails. */
  body: (field: string, value: string) => `${field}: ${value}`,
  appliedBody: (field: string) => `Applied: ${field}`,
};
