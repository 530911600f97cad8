import { randomInt, timingSafeEqual } from "node:crypto";
import type { Sql } from "../store/sql.ts";
import { hasAdmin } from "../store/users.ts";

export interface FirstAdmin {
  /** True until the first admin exists. */
  isNeeded(): Promise<boolean>;
  /** Consumes one try; the code is void after ten wrong ones, until the server starts again. */
  isRightCode(code: string): boolean;
  /** For the terminal. */
  code: string;
}

const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const triesAllowed = 10;

/** Whoever reads the server's terminal may make the first admin. The code lives in memory only: 60 bits. */
export const createFirstAdmin = (sql: Sql): FirstAdmin => {
  const code = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)])
    .join("")
    .replace(/(.{4})(?=.)/g, "$1-");
  let tries = 0;
  return {
    code,
    isNeeded: async () => !(await hasAdmin(sql)),
    isRightCode: (given) => {
      if (++tries > triesAllowed) return false;
      const [a, b] = [Buffer.from(bare(given)), Buffer.from(bare(code))];
      return a.length === b.length && timingSafeEqual(a, b);
    },
  };
};

const bare = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/g, "");
