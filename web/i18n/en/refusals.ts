import { strong } from "../strong.ts";
import { list } from "./plural.ts";

/** Who did what when, as it stands in a sentence. */
interface Event {
  who: string;
  did: string;
  when: string;
}

/** A refusal is an explanation: who did what before you, when, and what can be done now. */
export const refusals = {
  overtaken: (event: Event, own: string) => `${strong(event.who)} ${event.did} ${event.when}, before ${own} arrived.`,
  overtakenBySelf: (event: Event) => `You ${event.did} ${event.when} already.`,
  wrongStatus: (status: string, own: string) => `This ticket is at ‘${status}’ now, so ${own} no longer applies.`,
  now: {
    draft: "It is a draft.",
    requested: "It waits for department approval now.",
    pending_creative: "It waits for creative approval now.",
    approved: "It is approved and not yet started.",
    in_progress: "Work on it is going on.",
    completed: "It is completed; the requester can confirm it or ask for a revision.",
    rejected: "The requester can change it and send it again.",
  },
  forbidden: (own: string, needs: readonly string[]) =>
    needs.length === 0
      ? `You may not do this here, so ${own} was not taken.`
      : `Only ${list(needs)} can do this, so ${own} was not taken.`,
  textForbidden: (status: string) =>
    `This ticket is at ‘${status}’, where you may no longer change this. Your text is kept:`,
  textOvertaken: (event: Event) => `${strong(event.who)} ${event.did} ${event.when}, before your change arrived.`,
  textKept: "Your text is kept:",
  textInTrash: "This ticket is in the trash, where nothing changes. Your text is kept:",
  briefChanged:
    "The brief has changed since you looked, so your approval is held. Look at it again and approve what stands there now.",
  incomplete: (fields: readonly string[]) => `Something is still missing: ${list(fields)}.`,
  invalidArguments: (own: string) => `Something in ${own} does not fit. Open the ticket and try again.`,
  invalidAssignee: (people: readonly string[]) =>
    `${list(people)} cannot take tickets on. Choose people of the creative team.`,
  alreadyConfirmed: (event: Event) =>
    `${strong(event.who)} confirmed this ${event.when}. It is closed; nothing is left to do.`,
  trashed: (event: Event) =>
    `${strong(event.who)} moved this to the trash ${event.when}. Restore it first, then try again.`,
  notTrashed: "This ticket is not in the trash; nothing had to be restored.",
  notAShoot: "Only shoots have a schedule.",
  notYours: "This belongs to somebody else, so it was put back as it was.",
  readOnly: "Only the server writes this part of a ticket, so it was put back as it was.",
  invalidValue: "This cannot stand here, so it was put back as it was. What you wrote is kept:",
  gone: "This ticket is no longer yours to see, or is gone. What you had not sent is kept:",
  tooLarge: "This is more than a ticket can hold. What you wrote is kept; send it in smaller pieces.",
  unreadable: "The server could not read this. What you wrote is kept; write it again.",
  historyReplaced: "The server was restored from a backup since. What you had not sent is kept:",
  generic: "The server could not take this. What you wrote is kept; try again, or ask an admin.",
  at: (moment: string) => `at ${moment}`,
  on: (moment: string) => `on ${moment}`,
  earlier: "earlier",
  relation: {
    requester: "the requester",
    assignee: "the assignee",
    collaborator: "collaborators",
    suggested: "suggested assignees",
    departmentManager: "the department’s approvers",
    creativeManager: "creative approvers",
    admin: "admins",
  },
};
