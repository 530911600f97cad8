/** Everything the server refused or put back becomes a refused change: kept, with its reason, until its author lets go. */
import type * as Y from "yjs";
import { roots } from "../../../shared/document/layout.ts";
import type { ActionId, TicketId } from "../../../shared/ids.ts";
import type { EntryRepairs } from "../../../shared/protocol/repair.ts";
import type { Ruling } from "../../../shared/ticket/ticket.ts";
import { isoTime } from "../../../shared/time.ts";
import type { Action } from "../../../shared/workflow/actions.ts";
import type { RefusedChange } from "../device.ts";
import { buildDocument, knownUpdates } from "./known.ts";
import type { OutboxRow, StoredTicket } from "./records.ts";
import { describeWritten, nameWritten } from "./written.ts";

/** What a refused change says besides what was written. */
export interface RefusalContext {
  ticket: TicketId;
  title: string;
  nowMs: number;
}

/** Repairs of log entries. Told again they get the same id, so that each is kept once. */
export const refusedByRepair = (missed: readonly EntryRepairs[], context: RefusalContext): RefusedChange[] =>
  missed.flatMap(({ seq, repairs }) =>
    repairs.map(({ root, key, wrote, code, facts }) => ({
      ...base(context),
      ...nameWritten(root, key, wrote),
      id: `${context.ticket}:${seq}:${root}:${key}`,
      code,
      facts,
    })),
  );

/** Own actions that were ruled on in `known` and not accepted. */
export const refusedByRuling = (
  known: Y.Doc,
  actionIds: readonly ActionId[],
  context: RefusalContext,
): RefusedChange[] =>
  actionIds.flatMap((id) => {
    const ruling = known.getMap<Ruling>(roots.rulings).get(id);
    if (ruling === undefined || ruling.accepted) return [];
    const action = known.getMap(roots.actions).get(id);
    return [
      {
        ...base(context),
        ...nameWritten(roots.actions, id, action),
        id: `${context.ticket}:${roots.actions}:${id}`,
        code: ruling.code ?? "refused",
        facts: { ...ruling.facts, status: ruling.status },
        at: ruling.at,
      },
    ];
  });

/** An own action that was never written, because there is no ticket to write it in any more. */
export const refusedAction = (id: ActionId, action: Action, code: string, context: RefusalContext): RefusedChange => ({
  ...base(context),
  ...nameWritten(roots.actions, id, action),
  id: `${context.ticket}:${roots.actions}:${id}`,
  code,
  facts: {},
});

/**
 * Rows that will never be sent, or whose bytes the server would not store: the text they wrote. `stored` is the ticket
 * with these rows still in it.
 */
export const refusedRows = (
  stored: StoredTicket,
  rows: readonly OutboxRow[],
  reason: { code: string; facts: Record<string, unknown> },
  context: RefusalContext,
): RefusedChange[] => {
  const first = rows[0];
  if (first === undefined) return [];
  const earlier = stored.rows.filter(({ n }) => n < first.n).map(({ update }) => update);
  // An own change acknowledged beyond a gap is no known state yet, but what came after it may lean on it.
  const beyond = stored.tail.map(({ update }) => update);
  const doc =
    buildDocument(context.ticket, [...knownUpdates(stored), ...beyond, ...earlier]) ??
    buildDocument(context.ticket, []);
  if (doc === null) return [];
  // What the server has ruled on already says so itself; to the document it is nothing new.
  const actionIds = rows.flatMap(({ actionId }) => actionId ?? []);
  const ruled = refusedByRuling(doc, actionIds, context);
  const written = describeWritten(
    doc,
    rows.map(({ update }) => update),
  );
  doc.destroy();
  const lost = written.map(({ what, key, wrote }) => ({
    ...base(context),
    what,
    key,
    wrote,
    id: `${context.ticket}:row:${first.n}:${what}:${key}`,
    ...reason,
  }));
  return [...ruled, ...lost];
};

const base = ({ ticket, title, nowMs }: RefusalContext) => ({ ticket, title, at: isoTime(nowMs) });
