import { first } from "./0001-first.ts";
import { formerRows } from "./0002-former-rows.ts";
import { plainSummaries } from "./0003-plain-summaries.ts";
import { revokedSessions } from "./0004-revoked-sessions.ts";

/** In the order in which they run. A released one is never changed; a new one is added at the end. */
export const migrations: readonly { name: string; sql: string }[] = [
  { name: "0001-first", sql: first },
  { name: "0002-former-rows", sql: formerRows },
  { name: "0003-plain-summaries", sql: plainSummaries },
  { name: "0004-revoked-sessions", sql: revokedSessions },
];
