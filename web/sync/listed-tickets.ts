import type { TicketId } from "../../shared/ids.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import type { Engine } from "./core/engine.ts";
import type { ListedTicket } from "./device.ts";

/**
 * Every ticket on the device as a list, newest change first. Rows that did not change stay the same objects from one call
 * to the next, and the list does where none did: most of what a device hears changes no row, and all lists follow this one.
 */
export const createTicketLister = (engine: Pick<Engine, "index" | "listRow">): (() => readonly ListedTicket[]) => {
  let last = new Map<TicketId, Entry>();
  let order: readonly TicketId[] = [];
  let rows: readonly ListedTicket[] = [];

  const entryOf = (id: TicketId) => {
    const summary = engine.listRow(id);
    if (summary === undefined) return null;
    const hasWaiting = engine.index.waiting.has(id);
    const before = last.get(id);
    if (before !== undefined && before.row.summary === summary && before.row.hasWaiting === hasWaiting) return before;
    return { row: { summary, hasWaiting }, changedAt: lastChange(summary) };
  };

  return () => {
    const next: typeof last = new Map();
    let isSame = true;
    let isSameOrder = true;
    for (const id of new Set([...engine.index.summaries.keys(), ...engine.index.waiting.keys()])) {
      const entry = entryOf(id);
      if (entry === null) continue;
      isSame &&= last.get(id) === entry;
      isSameOrder &&= last.get(id)?.changedAt === entry.changedAt;
      next.set(id, entry);
    }
    if (isSame && next.size === last.size) return rows;
    // Most changes move no ticket to another place, and sorting costs more than all the rest.
    if (!isSameOrder || next.size !== last.size) order = newestFirst(next);
    last = next;
    rows = order.flatMap((id) => next.get(id)?.row ?? []);
    return rows;
  };
};

interface Entry {
  row: ListedTicket;
  changedAt: string;
}

const newestFirst = (entries: ReadonlyMap<TicketId, Entry>): TicketId[] =>
  [...entries].sort(([, a], [, b]) => (a.changedAt < b.changedAt ? 1 : -1)).map(([id]) => id);

/** The newest moment a list row knows of; a draft's own id says when it was made. */
export const lastChange = (summary: TicketSummary): string => {
  const known = lastChanges.get(summary) ?? newestMoment(summary);
  lastChanges.set(summary, known);
  return known;
};

/** Rows are replaced when they change, so what was worked out for one stays true as long as the row lives. */
const lastChanges = new WeakMap<TicketSummary, string>();

const newestMoment = ({ id, state, lastComment }: TicketSummary): string => {
  const moments = [
    state.createdAt ?? madeAt(id),
    state.submittedAt,
    state.deptApproval?.at,
    state.creativeApproval?.at,
    state.rejection?.at,
    state.assignedAt,
    state.startedAt,
    state.completedAt,
    state.confirmedAt,
    state.revision?.at,
    state.trashed?.at,
    lastComment?.at,
  ];
  return moments.reduce<string>((newest, at) => (at !== null && at !== undefined && at > newest ? at : newest), "");
};

/** UUIDv7 begins with its milliseconds since 1970. */
const madeAt = (id: TicketId): string => {
  const ms = Number.parseInt(id.replace("-", "").slice(0, 12), 16);
  return Number.isFinite(ms) && ms < 8.64e15 ? new Date(ms).toISOString() : "";
};
