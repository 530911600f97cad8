import type { ActionType } from "../../shared/workflow/actions.ts";

/** What can be done from a list: it needs no look at the whole ticket, or its own dialog asks. */
const quick: readonly ActionType[] = ["approve", "reject", "assign", "start", "complete", "confirm"];

/** To send again is not among them: a rejected brief is corrected first. */
export const isQuick = (type: ActionType): boolean => quick.includes(type);
