import type { AccessFacts } from "../ticket/summary.ts";
import type { FieldKey } from "../ticket/ticket.ts";
import type { Directory, Person } from "./directory.ts";
import { type Permission, permissions } from "./permissions.ts";
import { relationsOf } from "./relations.ts";

/** May `person` do this with the ticket now? In the trash nothing but reading is allowed. */
export const can = (person: Person, permission: Permission, facts: AccessFacts, directory: Directory): boolean => {
  if (facts.trashed !== null && permission !== "read") return false;
  const held = relationsOf(person, facts, directory);
  return permissions[facts.kind][permission].some(
    (row) => row.while.includes(facts.status) && row.who.some((relation) => held.has(relation)),
  );
};

export const canRead = (person: Person, facts: AccessFacts, directory: Directory): boolean =>
  can(person, "read", facts, directory);

/**
 * May `person` write this field now? `value` is what they would write. It matters for `department`: people who are not
 * admins may name none but the requester's own, so without a value the answer to them is no.
 */
export const canEditField = (
  person: Person,
  key: FieldKey,
  facts: AccessFacts,
  directory: Directory,
  value?: unknown,
): boolean => {
  if (!can(person, "editField", facts, directory)) return false;
  if (key === "kind") return facts.status === "draft";
  if (key !== "department") return true;
  if (value === null) return facts.status === "draft";
  if (person.role === "admin") return true;
  const requester = facts.requester === null ? undefined : directory.people.get(facts.requester);
  return requester !== undefined && value === requester.department;
};
