import type { TicketId } from "../../../shared/ids.ts";
import { knownSeq } from "./known.ts";
import type { Ledger } from "./ledger.ts";
import type { OutboxRow } from "./records.ts";
import { refusedRows } from "./refusals.ts";

/** Takes rows that the server will not have out of the outbox, keeping what they wrote. */
export const refuseRows = async (
  ledger: Ledger,
  id: TicketId,
  rows: readonly OutboxRow[],
  reason: { code: string; facts: Record<string, unknown> },
): Promise<void> => {
  const refused = new Set(rows.map(({ n }) => n));
  await ledger.untilStored(() =>
    ledger.change([id], (_, stored) => {
      const there = stored.rows.filter(({ n }) => refused.has(n));
      if (there.length === 0) return null;
      const writes = {
        dropRows: there.map(({ n }) => n),
        refused: refusedRows(stored, there, reason, ledger.context(id)),
      };
      const known = stored.bytes === null && stored.tail.length === 0 ? null : knownSeq(stored);
      return { writes, known, effect: "rebuild", missing: [] };
    }),
  );
};
