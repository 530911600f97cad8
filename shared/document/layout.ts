/** Names inside a ticket's Y.Doc. They appear here and nowhere else. */
import type { FieldKey, StateKey } from "../ticket/ticket.ts";

/** Root name → what it holds. `description` is a Y.XmlFragment, everything else a flat Y.Map of JSON values. */
export const roots = {
  fields: "fields",
  description: "description",
  comments: "comments",
  attachments: "attachments",
  actions: "actions",
  rulings: "rulings",
  state: "state",
} as const;
export type RootName = keyof typeof roots;
export type MapRoot = Exclude<RootName, "description">;

export const rootNames = Object.keys(roots) as RootName[];
export const mapRoots = rootNames.filter((name): name is MapRoot => name !== "description");

export const fieldKeys = [
  "kind",
  "title",
  "priority",
  "department",
  "requestType",
  "fileFormat",
  "criteria",
  "product",
  "items",
  "quantity",
  "scheduledStart",
  "scheduledEnd",
  "suggestedAssignees",
  "category",
] as const satisfies readonly FieldKey[];

export const stateKeys = [
  "status",
  "number",
  "requester",
  "assignee",
  "collaborators",
  "createdAt",
  "submittedAt",
  "deptApproval",
  "creativeApproval",
  "rejection",
  "assignedAt",
  "startedAt",
  "startedBy",
  "completedAt",
  "completedBy",
  "actualEnd",
  "confirmedAt",
  "confirmedBy",
  "deadline",
  "deadlineReason",
  "revisionCount",
  "revision",
  "trashed",
] as const satisfies readonly StateKey[];

/** The Yjs client id under which the server writes, on every node; no client may use it. */
export const serverClientId = 1;
