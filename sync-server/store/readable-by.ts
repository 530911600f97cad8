/** 'May read', as SQL: the relations of shared/access that grant reading, each as a condition on `tickets`. */
import type { Directory, Person } from "../../shared/access/directory.ts";
import { readRelations } from "../../shared/access/permissions.ts";
import { isCreativeManager, isDepartmentManager, type Relation } from "../../shared/access/relations.ts";
import type { Sql } from "./sql.ts";

/** A condition for a `where` on `tickets`. A draft is read by its requester only. */
export const readableBy = (sql: Sql, person: Person, directory: Directory) => {
  const managed = [...directory.departments.keys()].filter((id) => isDepartmentManager(person, id, directory));
  const conditions: Record<Relation, () => ReturnType<typeof sql>> = {
    requester: () => sql`requester = ${person.id}`,
    assignee: () => sql`assignee = ${person.id}`,
    collaborator: () => sql`collaborators @> array[${person.id}::uuid]`,
    suggested: () => sql`suggested @> array[${person.id}::uuid]`,
    departmentManager: () =>
      managed.length === 0 ? sql`false` : sql`department = any(${sql.typed.texts(managed)}::text[]::uuid[])`,
    creativeManager: () => (isCreativeManager(person, directory) ? sql`true` : sql`false`),
    admin: () => (person.role === "admin" ? sql`true` : sql`false`),
  };
  const any = readRelations.map((relation) => conditions[relation]()).reduce((all, one) => sql`${all} or ${one}`);
  return sql`((status = 'draft' and requester = ${person.id}) or (status <> 'draft' and (${any})))`;
};
