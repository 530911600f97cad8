import type { UserId } from "../ids.ts";
import type { AccessFacts } from "../ticket/summary.ts";
import type { Directory, Person } from "./directory.ts";
import { isCreativeManager, isDepartmentManager } from "./relations.ts";

/** Who the next approval waits for. `isAdminQueue`: nobody but the admins could be found. */
export interface Approvers {
  people: UserId[];
  isAdminQueue: boolean;
}

/** The approvers of the step a ticket waits in; null where it waits for no approval. */
export const approversOf = (facts: AccessFacts, directory: Directory): Approvers | null => {
  if (facts.trashed !== null) return null;
  if (facts.status === "requested") {
    return orAdmins(directory, (person) => isDepartmentManager(person, facts.department, directory));
  }
  if (facts.status === "pending_creative") {
    return orAdmins(directory, (person) => isCreativeManager(person, directory));
  }
  return null;
};

const orAdmins = (directory: Directory, isApprover: (person: Person) => boolean): Approvers => {
  const active = [...directory.people.values()].filter((person) => person.isActive);
  const approvers = active.filter((person) => person.role !== "admin" && isApprover(person));
  const isAdminQueue = approvers.length === 0;
  const chosen = isAdminQueue ? active.filter((person) => person.role === "admin") : approvers;
  return { people: chosen.map((person) => person.id), isAdminQueue };
};
