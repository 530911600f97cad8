/** Who takes a ticket on. */
import type { Directory } from "../access/directory.ts";
import { isCreativeMember } from "../access/relations.ts";
import type { UserId } from "../ids.ts";
import type { State, Ticket } from "../ticket/ticket.ts";
import type { IsoTime } from "../time.ts";
import type { ActionOf } from "./actions.ts";

export type Team = Pick<State, "assignee" | "collaborators">;

/** Active members of a creative department can; nobody else. */
export const canBeAssigned = (id: UserId, directory: Directory): boolean => {
  const person = directory.people.get(id);
  return person !== undefined && isCreativeMember(person, directory);
};

/** The team a final approval puts on the ticket: the one it names, else the suggested one, else the one it had before. */
export const teamOnApproval = (ticket: Ticket, directory: Directory, named?: ActionOf<"approve">): Team => {
  const suggested = ticket.fields.suggestedAssignees.filter((id) => canBeAssigned(id, directory));
  const standing = suggested.length > 0 ? teamOf(suggested) : ticket.state;
  return teamOf([
    named?.assignee ?? standing.assignee,
    ...(named?.collaborators ?? (named?.assignee === undefined ? standing.collaborators : [])),
  ]);
};

/** The team an assignment makes; collaborators it does not mention stay. */
export const teamOnAssignment = (ticket: Ticket, action: ActionOf<"assign">): Team =>
  teamOf([action.assignee, ...(action.collaborators ?? ticket.state.collaborators)]);

/** Main assignee first; nobody twice. */
const teamOf = ([assignee, ...others]: (UserId | null)[]): Team => ({
  assignee: assignee ?? null,
  collaborators: [...new Set(others)].filter((id): id is UserId => id !== null && id !== assignee),
});

/** What is written when a team is put on a ticket. */
export const assigned = (team: Team, at: IsoTime): Partial<State> =>
  team.assignee === null ? {} : { ...team, assignedAt: at };
