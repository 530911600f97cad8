import type { MiddlewareHandler } from "hono";
import * as v from "valibot";
import * as Y from "yjs";
import type { Directory, Person } from "../../shared/access/directory.ts";
import { readComments } from "../../shared/document/read.ts";
import { summarize } from "../../shared/document/summarize.ts";
import { addComment, setDescriptionText, writeFields } from "../../shared/document/write.ts";
import { type CommentId, newId, type RandomBytes, type TicketId, TicketIdSchema } from "../../shared/ids.ts";
import { missingForSubmit } from "../../shared/ticket/missing-for-submit.ts";
import { emptyFields, type Fields } from "../../shared/ticket/ticket.ts";
import { isoTime } from "../../shared/time.ts";
import type { Sql } from "../store/sql.ts";
import { type ListedRow, listTickets, type Ordering, readableTicket } from "../store/ticket-list.ts";
import type { SyncCore } from "../sync/sync-core.ts";
import type { TicketStore } from "../sync/ticket-store.ts";
import type { App, AppContext, AppEnv } from "./app-env.ts";
import { commentJson } from "./comment-json.ts";
import { descriptionHtml } from "./description-html.ts";
import { notFound, refuse, signedOut } from "./errors.ts";
import { readJson, readQuery } from "./read-json.ts";
import { refusedCommand } from "./refused-command.ts";
import { type Request, runCommand, writtenUpdate } from "./run-command.ts";
import { ticketJson } from "./ticket-json.ts";
import {
  type Command,
  commandSchemas,
  ListQuerySchema,
  NewCommentSchema,
  type NewTicket,
  NewTicketSchema,
} from "./ticket-schemas.ts";
import { ticketWriters } from "./ticket-writers.ts";

export interface TicketsDeps {
  sql: Sql;
  core: Pick<SyncCore, "submit" | "read">;
  store: Pick<TicketStore, "load">;
  directory: () => Directory;
  random: RandomBytes;
  signedIn: MiddlewareHandler<AppEnv>;
  idempotent: MiddlewareHandler<AppEnv>;
}

export const registerTickets = (app: App, deps: TicketsDeps): void => {
  const { sql, core, random, signedIn, idempotent } = deps;
  const personOf = (context: AppContext): Person | undefined =>
    deps.directory().people.get(context.get("caller").userId);

  /** The ticket in the path, if it exists for whoever asks. */
  const ticketOf = async (context: AppContext): Promise<{ person: Person; row: ListedRow } | null> => {
    const person = personOf(context);
    const id = v.safeParse(TicketIdSchema, context.req.param("id"));
    if (person === undefined || !id.success) return null;
    const row = await readableTicket(sql, person, deps.directory(), id.output);
    return row === null ? null : { person, row };
  };

  const answerTicket = async (context: AppContext, person: Person, id: TicketId, status: 200 | 201 = 200) => {
    const row = await readableTicket(sql, person, deps.directory(), id);
    // An action may take the ticket out of the sight of whoever took it.
    return row === null ? context.body(null, 204) : context.json(ticketJson(row, Date.now()), status);
  };

  app.get("/api/tickets", signedIn, async (context) => {
    const query = readQuery(context, ListQuerySchema);
    if (!query.ok) return query.error;
    const person = personOf(context);
    if (person === undefined) return signedOut(context);
    const { ordering, page, page_size: pageSize, assigned_to: assignee, my_tasks: isMine, ...filter } = query.value;
    const nowMs = Date.now();
    const { count, rows } = await listTickets(sql, person, deps.directory(), {
      filter: { ...filter, assignee, ...(isMine === true ? { tasksOf: person.id } : {}) },
      ordering: ordering.replace("-", "") as Ordering,
      descending: ordering.startsWith("-"),
      page,
      pageSize,
      now: isoTime(nowMs),
    });
    const pages = Math.max(1, Math.ceil(count / pageSize));
    const link = (to: number) => (to >= 1 && to <= pages && to !== page ? pageLink(context, to) : null);
    return context.json({
      count,
      total_pages: pages,
      current_page: page,
      page_size: pageSize,
      next: link(page + 1),
      previous: link(page - 1),
      results: rows.map((row) => ticketJson(row, nowMs)),
    });
  });

  app.post("/api/tickets", signedIn, idempotent, async (context) => {
    const body = await readJson(context, NewTicketSchema);
    if (!body.ok) return body.error;
    const person = personOf(context);
    if (person === undefined) return signedOut(context);
    const fields = fieldsOf(body.value, person);
    // Judged before anything is stored: a refused submission would leave a draft behind.
    const missing = missingForSubmit(fields, deps.directory());
    if (Object.keys(missing).length > 0) {
      return refuse(context, 422, {
        code: "incomplete",
        message: "The ticket is not complete.",
        fields: toSnakeCase(missing),
      });
    }
    const ticketId = body.value.id ?? newId<TicketId>(Date.now(), random);
    if (body.value.id !== undefined && (await core.read(person.id, ticketId)) !== null) {
      return refuse(context, 409, { code: "already_exists", message: "There is a ticket with this id." });
    }
    const outcome = await runCommand(core, random, {
      userId: person.id,
      ticketId,
      request: { type: "submit" },
      write: (doc) => {
        writeFields(doc, fields);
        if (body.value.description !== "") setDescriptionText(doc, body.value.description);
      },
    });
    if (outcome.kind !== "ruled" || !outcome.ruling.accepted) return refusedCommand(context, outcome);
    return answerTicket(context, person, ticketId, 201);
  });

  app.get("/api/tickets/:id", signedIn, async (context) => {
    const found = await ticketOf(context);
    if (found === null) return notFound(context);
    const doc = await openDocument(core, found);
    if (doc === null) return notFound(context);
    const html = descriptionHtml(doc);
    // The row follows the description within a second; the document has it now.
    const row = { ...found.row, summary: summarize(found.row.summary.id, doc) };
    doc.destroy();
    return context.json(ticketJson(row, Date.now(), html));
  });

  for (const command of Object.keys(commandSchemas) as Command[]) {
    app.post(`/api/tickets/:id/${command}`, signedIn, idempotent, async (context) => {
      const body = await readJson(context, commandSchemas[command]);
      if (!body.ok) return body.error;
      const found = await ticketOf(context);
      if (found === null) return notFound(context);
      const { person, row } = found;
      const request = toRequest(command, body.value);
      const outcome = await runCommand(core, random, { userId: person.id, ticketId: row.summary.id, request });
      if (outcome.kind !== "ruled" || !outcome.ruling.accepted) return refusedCommand(context, outcome);
      return answerTicket(context, person, row.summary.id);
    });
  }

  app.get("/api/tickets/:id/writers", signedIn, async (context) => {
    const found = await ticketOf(context);
    const id = found?.row.summary.id;
    const stored = id === undefined ? undefined : (await deps.store.load([id])).get(id);
    if (stored === undefined) return notFound(context);
    return context.json({ results: [...ticketWriters(stored)].map(([client, user]) => ({ client, user })) });
  });

  app.get("/api/tickets/:id/comments", signedIn, async (context) => {
    const found = await ticketOf(context);
    const doc = found === null ? null : await openDocument(core, found);
    if (doc === null) return notFound(context);
    const comments = [...readComments(doc)].sort(([, a], [, b]) => (a.createdAt < b.createdAt ? -1 : 1));
    doc.destroy();
    return context.json({ results: comments.map(([id, comment]) => commentJson(id, comment)) });
  });

  app.post("/api/tickets/:id/comments", signedIn, idempotent, async (context) => {
    const body = await readJson(context, NewCommentSchema);
    if (!body.ok) return body.error;
    const found = await ticketOf(context);
    if (found === null) return notFound(context);
    const { person, row } = found;
    const nowMs = Date.now();
    const id = newId<CommentId>(nowMs, random);
    const comment = { author: person.id, ...body.value, createdAt: isoTime(nowMs) };
    const result = await core.submit(
      person.id,
      row.summary.id,
      writtenUpdate((doc) => addComment(doc, id, comment)),
    );
    if (result.kind !== "acked") return refusedCommand(context, result);
    const repair = result.repairs.find(({ key }) => key === id);
    if (repair !== undefined) {
      return refuse(context, 409, {
        code: repair.code,
        message: "Nobody can comment on this ticket now.",
        facts: repair.facts,
      });
    }
    return context.json(commentJson(id, comment), 201);
  });
};

const openDocument = async (core: Pick<SyncCore, "read">, { person, row }: { person: Person; row: ListedRow }) => {
  const stored = await core.read(person.id, row.summary.id);
  if (stored === null) return null;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, stored.bytes);
  return doc;
};

const fieldsOf = (ticket: NewTicket, person: Person): Fields => ({
  ...emptyFields,
  kind: ticket.kind,
  title: ticket.title,
  priority: ticket.priority,
  department: ticket.department ?? person.department,
  requestType: ticket.request_type,
  fileFormat: ticket.file_format,
  criteria: ticket.criteria,
  product: ticket.product,
  items: ticket.items,
  quantity: ticket.quantity,
  scheduledStart: ticket.scheduled_start,
  scheduledEnd: ticket.scheduled_end,
  suggestedAssignees: ticket.suggested_assignees,
});

const toRequest = (command: Command, sent: v.InferOutput<(typeof commandSchemas)[Command]>): Request => {
  const { assigned_to, revision_comments, actual_end, ...rest } = sent as Record<string, unknown>;
  return {
    type: command,
    ...rest,
    ...(assigned_to === undefined ? {} : { assignee: assigned_to }),
    ...(actual_end === undefined ? {} : { actualEnd: actual_end }),
    ...(revision_comments === undefined ? {} : { comment: revision_comments }),
  } as Request;
};

const toSnakeCase = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, text]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), text]),
  );

const pageLink = (context: AppContext, page: number): string => {
  const query = new URLSearchParams(context.req.query());
  query.set("page", String(page));
  return `/api/tickets/?${query}`;
};
