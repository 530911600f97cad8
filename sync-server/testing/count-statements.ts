import type { Sql } from "../store/sql.ts";

/** The same pool, counting the statements that are sent through it. */
export const countStatements = (sql: Sql): { sql: Sql; count: () => number } => {
  let count = 0;
  const counting = new Proxy(sql, {
    apply: (target, self, args) => {
      const query = Reflect.apply(target as unknown as (...all: unknown[]) => unknown, self, args) as {
        handle?: () => unknown;
        executed?: boolean;
      };
      const handle = query.handle;
      if (handle === undefined) return query;
      query.handle = () => {
        if (query.executed !== true) count++;
        return handle.call(query);
      };
      return query;
    },
  });
  return { sql: counting, count: () => count };
};
