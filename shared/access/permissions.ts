import { type Kind, type Status, statuses } from "../ticket/ticket.ts";
import type { Relation } from "./relations.ts";

export type Permission = "read" | "comment" | "attach" | "editDescription" | "editField";

/** Whoever stands in one of these relations may, while the ticket is in one of these statuses. */
export interface PermissionRow {
  who: readonly Relation[];
  while: readonly Status[];
}
export type PermissionTable = Record<Permission, readonly PermissionRow[]>;

const allBut = (...left: Status[]): Status[] => statuses.filter((status) => !left.includes(status));

const team = [
  "requester",
  "assignee",
  "collaborator",
  "suggested",
  "departmentManager",
  "creativeManager",
] as const satisfies readonly Relation[];

/** A draft is its author's alone. */
const readers: PermissionRow[] = [
  { who: ["requester"], while: ["draft"] },
  { who: team, while: allBut("draft") },
];

const creative: PermissionTable = {
  read: readers,
  comment: readers,
  attach: readers,
  editDescription: [
    { who: ["requester"], while: ["draft"] },
    { who: team, while: allBut("draft", "completed") },
  ],
  editField: [
    { who: ["requester"], while: ["draft", "requested", "rejected"] },
    { who: ["departmentManager"], while: ["requested", "pending_creative", "rejected"] },
    { who: ["creativeManager"], while: allBut("draft", "completed") },
  ],
};

/** The help desk's tickets cannot be written yet, so nobody may do anything with one. */
const support: PermissionTable = { read: [], comment: [], attach: [], editDescription: [], editField: [] };

/** One table a kind of ticket. Admins need no rows of their own: they count as both kinds of manager. */
export const permissions: Record<Kind, PermissionTable> = { creative, support };

/** Relations that let one read a submitted ticket: what SQL asks for. A draft is read by its requester only. */
export const readRelations: readonly Relation[] = [...new Set(permissions.creative.read.flatMap((row) => row.who))];
