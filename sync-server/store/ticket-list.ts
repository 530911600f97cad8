import type { Directory, Person } from "../../shared/access/directory.ts";
import type { TicketId, UserId } from "../../shared/ids.ts";
import { searchWords } from "../../shared/ticket/search-words.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import { readableBy } from "./readable-by.ts";
import type { Sql } from "./sql.ts";

export interface ListedRow {
  summary: TicketSummary;
  updated_at: string;
}

export const orderings = [
  ...["created_at", "-created_at", "updated_at", "-updated_at", "deadline", "-deadline"],
  ...["priority", "-priority", "number", "-number"],
] as const;
export type Ordering = "created_at" | "updated_at" | "deadline" | "priority" | "number";

/** Absent: not asked for. Several words of one filter are alternatives. */
export interface ListFilter {
  status?: string[];
  priority?: string[];
  department?: string[];
  assignee?: string[];
  requester?: string[];
  request_type?: string[];
  product?: string[];
  category?: string[];
  kind?: string[];
  search?: string;
  overdue?: boolean;
  /** Assigned to this person, alone or among others, and not done. */
  tasksOf?: UserId;
  created_after?: string;
  created_before?: string;
  updated_after?: string;
}

export interface ListRequest {
  filter: ListFilter;
  ordering: Ordering;
  descending: boolean;
  /** From 1. */
  page: number;
  pageSize: number;
  now: string;
}

/** What one person may read, a page of it, and how many there are in all: two statements, sent together. */
export const listTickets = async (
  sql: Sql,
  person: Person,
  directory: Directory,
  request: ListRequest,
): Promise<{ count: number; rows: ListedRow[] }> => {
  const where = whereClause(sql, person, directory, request);
  const [[counted], rows] = await Promise.all([
    sql<{ count: number }[]>`select count(*) as count from tickets where ${where}`,
    // The page is found in the index that covers every filter and order; only its own rows are then read.
    sql<ListedRow[]>`
      with page as (
        select id from tickets where ${where} order by ${orderClause(sql, request)}
        limit ${request.pageSize} offset ${(request.page - 1) * request.pageSize}
      )
      select summary, updated_at from page join tickets using (id) order by ${orderClause(sql, request)}`,
  ]);
  return { count: counted?.count ?? 0, rows };
};

/** Null when it does not exist for this person. */
export const readableTicket = async (
  sql: Sql,
  person: Person,
  directory: Directory,
  id: TicketId,
): Promise<ListedRow | null> => {
  const [row] = await sql<ListedRow[]>`
    select summary, updated_at from tickets where id = ${id} and ${readableBy(sql, person, directory)}`;
  return row ?? null;
};

const whereClause = (sql: Sql, person: Person, directory: Directory, { filter, now }: ListRequest) => {
  const conditions = [readableBy(sql, person, directory), sql`not is_trashed`];
  const oneOf = (column: ReturnType<typeof sql>, words: string[] | undefined) => {
    if (words === undefined) return;
    const [word] = words;
    // One word keeps the index's order usable.
    conditions.push(
      words.length === 1 ? sql`${column} = ${word as string}` : sql`${column} = any(${sql.typed.texts(words)}::text[])`,
    );
  };
  const oneOfIds = (column: ReturnType<typeof sql>, ids: string[] | undefined) => {
    if (ids === undefined) return;
    const [id] = ids;
    conditions.push(
      ids.length === 1
        ? sql`${column} = ${id as string}::uuid`
        : sql`${column} = any(${sql.typed.texts(ids)}::text[]::uuid[])`,
    );
  };
  oneOf(sql`status`, filter.status);
  oneOf(sql`priority`, filter.priority);
  oneOf(sql`request_type`, filter.request_type);
  oneOf(sql`category`, filter.category);
  oneOf(sql`kind`, filter.kind);
  oneOfIds(sql`department`, filter.department);
  oneOfIds(sql`assignee`, filter.assignee);
  oneOfIds(sql`requester`, filter.requester);
  if (filter.product !== undefined)
    conditions.push(sql`products && ${sql.typed.texts(filter.product)}::text[]::uuid[]`);
  if (filter.overdue !== undefined) {
    const isOverdue = sql`coalesce(deadline < ${now} and status not in ('completed', 'rejected'), false)`;
    conditions.push(filter.overdue ? isOverdue : sql`not ${isOverdue}`);
  }
  if (filter.tasksOf !== undefined) {
    conditions.push(
      sql`(assignee = ${filter.tasksOf} or collaborators @> array[${filter.tasksOf}::uuid]) and status in ('approved', 'in_progress')`,
    );
  }
  if (filter.created_after !== undefined) conditions.push(sql`created_at >= ${filter.created_after}`);
  if (filter.created_before !== undefined) conditions.push(sql`created_at < ${filter.created_before}`);
  if (filter.updated_after !== undefined) conditions.push(sql`updated_at >= ${filter.updated_after}`);
  const words = searchWords(filter.search ?? "").slice(0, searchedWords);
  if (words.length > 0) conditions.push(sql`words @@ ${words.map((word) => `'${word}':*`).join(" & ")}::tsquery`);
  return conditions.reduce((all, one) => sql`${all} and ${one}`);
};

/** Every word asked for must begin one of the ticket's words. */
const searchedWords = 10;

/** Ties go by id, so that pages never overlap. Nulls come last either way. */
const orderClause = (sql: Sql, { ordering, descending }: ListRequest) => {
  const columns = {
    created_at: sql`created_at`,
    updated_at: sql`updated_at`,
    deadline: sql`deadline`,
    priority: sql`priority_rank`,
    number: sql`number`,
  };
  const isNullable = ordering === "deadline" || ordering === "number";
  const column = columns[ordering];
  if (descending) return isNullable ? sql`${column} desc nulls last, id desc` : sql`${column} desc, id desc`;
  return sql`${column}, id`;
};
