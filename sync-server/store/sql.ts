import postgres from "postgres";
import { limits } from "../limits.ts";

export interface DatabaseAddress {
  /** Host name, or the folder of a unix socket. */
  host: string;
  port: number;
  username: string;
  password: string;
  database: string;
}

// bigint columns here are sequence numbers and counts, far below 2^53.
const types = {
  bigint: {
    to: 20,
    from: [20],
    serialize: (value: number) => String(value),
    parse: (text: string) => Number(text),
  },
  // Times leave the database as ISO text, the form every other layer uses.
  timestamptz: {
    to: 1184,
    from: [1184, 1114],
    serialize: (value: string | Date) => (value instanceof Date ? value.toISOString() : value),
    parse: (text: string) => new Date(text).toISOString(),
  },
  // The driver learns array types from a query after its first connection; statements sent before that would fail.
  texts: {
    to: 1009,
    from: [1009, 2951],
    serialize: (list: readonly (string | null)[]) => arrayLiteral(list),
    parse: parseArrayLiteral,
  },
  byteArrays: {
    to: 1001,
    from: [],
    serialize: (list: readonly Uint8Array[]) => bytesLiteral(list),
    parse: (text: string) => text,
  },
};

/** One string after the other: a list of them for every keystroke costs more than what it says. */
const literal = <Item>(items: readonly Item[], element: (item: Item) => string): string => {
  let text = "{";
  for (const item of items) text += text.length > 1 ? `,${element(item)}` : element(item);
  return `${text}}`;
};

const arrayLiteral = (items: readonly (string | null)[]): string =>
  literal(items, (item) => (item === null ? "null" : `"${escaped(item)}"`));
/** Nearly all are ids, numbers and times; looking is cheaper than replacing. */
const escaped = (item: string): string =>
  item.includes("\\") || item.includes('"') ? item.replace(/["\\]/g, "\\$&") : item;

const bytesLiteral = (list: readonly Uint8Array[]): string =>
  literal(list, (bytes) => `"\\\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}"`);

/** Ids only: no element holds a quote, a comma or a brace. */
function parseArrayLiteral(text: string): string[] {
  return text === "{}" ? [] : text.slice(1, -1).split(",");
}

export type Sql = postgres.Sql<{
  bigint: number;
  timestamptz: string;
  texts: readonly (string | null)[];
  byteArrays: readonly Uint8Array[];
}>;

export interface SqlOptions {
  connections?: number;
  statementMs?: number;
  lockMs?: number;
  /** How long a statement may wait for a free connection; 0: as long as it takes. */
  acquireMs?: number;
  applicationName?: string;
  /**
   * Plans every statement once a connection, not anew for each list of values: three times faster for what finds its rows
   * by key, and wrong for what filters by values that may be rare or common. A plan made while a table was empty must
   * serve when it is full: no table is read whole, and a table's rows are looked up in `lateral`, one key after the other.
   */
  plansOnce?: boolean;
}

/** The ticket store's pool: all it asks for is found by key. */
export const createTicketSql = (address: DatabaseAddress | string): Sql =>
  createSql(address, { connections: limits.ticketConnections, plansOnce: true });

/**
 * A pool on the database: embedded address or DATABASE_URL. A lost connection fails the statements on their way and
 * is opened again for the next one; what was sent may or may not have been committed.
 */
export const createSql = (address: DatabaseAddress | string, options: SqlOptions = {}): Sql => {
  const settings = {
    max: options.connections ?? limits.poolConnections,
    connect_timeout: limits.connectMs / 1000,
    // Not idle_timeout: reconnecting costs more than an idle connection.
    backoff: (retries: number) => Math.min(0.05 * 2 ** retries, 1),
    onnotice: () => {},
    fetch_types: false,
    types,
    connection: {
      application_name: options.applicationName ?? "slate",
      statement_timeout: options.statementMs ?? limits.statementMs,
      lock_timeout: options.lockMs ?? limits.lockMs,
      idle_in_transaction_session_timeout: limits.idleInTransactionMs,
      TimeZone: "UTC",
      ...(options.plansOnce === true && { plan_cache_mode: "force_generic_plan", enable_seqscan: "off" }),
    },
  };
  const sql = typeof address === "string" ? postgres(address, settings) : postgres({ ...address, ...settings });
  return boundAcquiring(sql as unknown as Sql, options.acquireMs ?? limits.acquireMs);
};

/** What the driver's statements have beyond their published types. */
interface DriverQuery {
  handle(): Promise<void>;
  executed: boolean;
  options: { onexecute?: () => boolean };
  /** Null until a connection has taken it. */
  state: object | null;
  cancel(): void;
}

/**
 * A statement that no connection takes in time is withdrawn; it fails as one that was cancelled (57014). And a connection
 * has one statement at a time: sent behind a slow one, it would wait although others are free.
 */
const boundAcquiring = (sql: Sql, acquireMs: number): Sql => {
  if (acquireMs === 0) return sql;
  return new Proxy(sql, {
    apply: (target, self, args) => {
      const query = Reflect.apply(target as unknown as (...all: unknown[]) => unknown, self, args) as DriverQuery;
      // Identifiers and values built by the same function are no statements.
      if (typeof query.handle !== "function") return query;
      query.options.onexecute = () => false;
      const handle = query.handle;
      query.handle = () => {
        if (query.executed) return handle.call(query);
        const timer = setTimeout(() => {
          if (query.state === null) query.cancel();
        }, acquireMs);
        const settled = () => clearTimeout(timer);
        Promise.prototype.then.call(query, settled, settled);
        return handle.call(query);
      };
      return query;
    },
  });
};

/** The statement may be tried again: the database was away, busy or in a hurry. Everything else is a bug. */
export const isDatabaseTrouble = (error: unknown): boolean => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return troubleCodes.has(code) || troubleClasses.has(code.slice(0, 2));
};

const troubleCodes = new Set([
  ...["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT"],
  ...["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT"],
  // lock_not_available, query_canceled (statement timeout), serialization failure, deadlock, idle transaction ended
  ...["55P03", "57014", "40001", "40P01", "25P03"],
]);
/** Connection exceptions, insufficient resources (disk full), operator intervention. */
const troubleClasses = new Set(["08", "53", "57"]);
