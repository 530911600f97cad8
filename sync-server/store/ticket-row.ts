import { createHash } from "node:crypto";
import type { UserId } from "../../shared/ids.ts";
import { searchWords } from "../../shared/ticket/search-words.ts";
import { type AccessFacts, accessFacts, type TicketSummary } from "../../shared/ticket/summary.ts";
import { draftState, emptyFields, priorities } from "../../shared/ticket/ticket.ts";
import type { Snapshot } from "../sync/ticket-store.ts";

/** A row of `tickets` as JSON for `jsonb_to_recordset`; the columns are those of `rowset`. */
export interface TicketRow {
  id: string;
  seq: number;
  /** Server time of the entry it was projected from, ISO; null where the database looks it up. */
  at: string | null;
  number: number | null;
  kind: string;
  status: string;
  priority: string;
  priority_rank: number;
  title: string;
  department: string | null;
  request_type: string | null;
  category: string | null;
  requester: string | null;
  assignee: string | null;
  collaborators: string[];
  suggested: string[];
  products: string[];
  deadline: string | null;
  created_at: string | null;
  submitted_at: string | null;
  is_trashed: boolean;
  /** What it is found by, each once. */
  words: string[];
  summary: TicketSummary;
}

/** The index of words has a size limit of its own; nobody searches for what stands deeper in a brief. */
const searchedCharacters = 20_000;

export const ticketRow = (summary: TicketSummary, seq: number, atMs: number | null): TicketRow => {
  const { fields, state } = summary;
  const products = fields.items.map((item) => item.product);
  if (fields.product !== null) products.push(fields.product);
  return {
    id: summary.id,
    seq,
    at: atMs === null ? null : new Date(atMs).toISOString(),
    number: state.number,
    kind: fields.kind,
    status: state.status,
    priority: fields.priority,
    priority_rank: priorities.indexOf(fields.priority),
    title: fields.title,
    department: fields.department,
    request_type: fields.requestType,
    category: fields.category,
    requester: state.requester,
    assignee: state.assignee,
    collaborators: state.collaborators,
    suggested: fields.suggestedAssignees,
    products: [...new Set(products)],
    deadline: state.deadline,
    created_at: state.createdAt,
    submitted_at: state.submittedAt,
    is_trashed: state.trashed !== null,
    words: searchWords(`${state.number ?? ""} ${fields.title} ${summary.brief.slice(0, searchedCharacters)}`),
    summary,
  };
};

/** Of a ticket whose row is still to come: a draft of whoever wrote its first entry. */
export const draftAccess = (author: UserId): AccessFacts =>
  accessFacts({ fields: emptyFields, state: { ...draftState, requester: author } });

export const ownersToJson = (owners: ReadonlyMap<number, UserId>): string => JSON.stringify([...owners]);
export const ownersFromJson = (pairs: [number, UserId][]): ReadonlyMap<number, UserId> => new Map(pairs);

export const snapshotHash = (snapshot: Snapshot): Buffer =>
  createHash("sha256").update(snapshot.state).update(ownersToJson(snapshot.owners)).digest();
