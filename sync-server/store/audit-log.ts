import type { UserId } from "../../shared/ids.ts";
import type { Sql } from "./sql.ts";

export interface AuditEntry {
  at: string;
  actor: UserId | null;
  /** In the past tense: 'signed_in', 'account_approved'. */
  what: string;
  /** Whom or what it was done to: an id, or the name that was tried. */
  subject: string;
  facts: Record<string, unknown>;
}

export const writeAudit = async (sql: Sql, { at, actor, what, subject, facts }: AuditEntry): Promise<void> => {
  await sql`
    insert into audit_log (at, actor, what, subject, facts)
    values (${at}, ${actor}, ${what}, ${subject}, ${JSON.stringify(facts)}::text::jsonb)`;
};
