import type { DepartmentId } from "../ids.ts";
import type { AccessFacts } from "../ticket/summary.ts";
import type { Directory, Person } from "./directory.ts";

/** What a person is to a ticket. Permissions and workflow tables speak of nothing else. */
export const relations = [
  "requester",
  "assignee",
  "collaborator",
  "suggested",
  /** Manager of the ticket's department. */
  "departmentManager",
  /** Manager of any creative department. */
  "creativeManager",
  "admin",
] as const;
export type Relation = (typeof relations)[number];

/** Everything `person` is to the ticket; nothing when they are not active. Admins count as both kinds of manager. */
export const relationsOf = (person: Person, facts: AccessFacts, directory: Directory): ReadonlySet<Relation> => {
  const found = new Set<Relation>();
  if (!person.isActive) return found;
  if (facts.requester === person.id) found.add("requester");
  if (facts.assignee === person.id) found.add("assignee");
  if (facts.collaborators.includes(person.id)) found.add("collaborator");
  if (facts.suggestedAssignees.includes(person.id)) found.add("suggested");
  if (isDepartmentManager(person, facts.department, directory)) found.add("departmentManager");
  if (isCreativeManager(person, directory)) found.add("creativeManager");
  if (person.role === "admin") found.add("admin");
  return found;
};

/** The department's head, anyone with role manager in it, any admin; active people only. */
export const isDepartmentManager = (person: Person, department: DepartmentId | null, directory: Directory): boolean => {
  if (!person.isActive) return false;
  if (person.role === "admin") return true;
  if (department === null) return false;
  const isItsManager = person.role === "manager" && person.department === department;
  return isItsManager || directory.departments.get(department)?.head === person.id;
};

export const isCreativeManager = (person: Person, directory: Directory): boolean => {
  if (!person.isActive) return false;
  if (person.role === "admin") return true;
  for (const department of directory.departments.values()) {
    if (department.isCreative && isDepartmentManager(person, department.id, directory)) return true;
  }
  return false;
};

/** Works in a creative department and is active: may be assigned. */
export const isCreativeMember = (person: Person, directory: Directory): boolean =>
  person.isActive && directory.departments.get(person.department)?.isCreative === true;
