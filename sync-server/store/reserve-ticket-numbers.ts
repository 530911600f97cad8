import type { Sql } from "./sql.ts";

/** Takes many numbers at once, in order. */
export const reserveTicketNumbers = async (sql: Sql, count: number): Promise<number[]> => {
  const rows = await sql<{ number: number }[]>`
    select nextval('ticket_numbers') as number from generate_series(1, ${count})`;
  return rows.map(({ number }) => number);
};
