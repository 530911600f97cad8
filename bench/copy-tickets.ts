/** Fills our tables without a client: what one ticket has in them is copied to other tickets by the database itself. */
import type { TicketId } from "../shared/ids.ts";
import type { DatabaseAddress } from "../sync-server/store/sql.ts";
import { withSql } from "./database.ts";

export interface TicketCopy {
  from: TicketId;
  to: TicketId;
}

export const copyTickets = (address: DatabaseAddress, copies: readonly TicketCopy[]): Promise<void> =>
  withSql(address, async (sql) => {
    const copy = sql`unnest(
      ${sql.typed.texts(copies.map(({ from }) => from))}::text[],
      ${sql.typed.texts(copies.map(({ to }) => to))}::text[]
    ) as copy (source, target)`;
    await sql`
      insert into log (ticket_id, seq, entry_id, update, user_id, at, repairs)
      select target, seq, gen_random_uuid(), update, user_id, at, repairs
      from ${copy} join log on ticket_id = source`;
    await sql`
      insert into snapshots (ticket_id, seq, state, owners, hash)
      select target, seq, state, owners, hash from ${copy} join snapshots on ticket_id = source`;
    await sql`
      insert into tickets (
        id, seq, number, kind, status, priority, priority_rank, title, department, request_type, category, requester,
        assignee, collaborators, suggested, products, deadline, created_at, updated_at, submitted_at, is_trashed,
        words, summary
      )
      select target, seq, number, kind, status, priority, priority_rank, title, department, request_type, category,
        requester, assignee, collaborators, suggested, products, deadline, created_at, updated_at, submitted_at,
        is_trashed, words, jsonb_set(summary, '{id}', to_jsonb(target))
      from ${copy} join tickets on id = source`;
    // What the database would else do in the middle of a measurement.
    await sql.unsafe("vacuum analyze");
    await sql.unsafe("checkpoint");
  });
