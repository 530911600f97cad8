import type { Sql } from "./sql.ts";

/** Nobody has registered, no department was made, and no ticket. */
export const isWorkspaceEmpty = async (sql: Sql): Promise<boolean> => {
  const [row] = await sql<{ found: boolean }[]>`
    select exists (select from users) or exists (select from departments) or exists (select from tickets) as found`;
  return row?.found === false;
};
