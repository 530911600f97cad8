import { isoTime } from "../../shared/time.ts";
import type { Engine } from "./core/engine.ts";
import type { SyncStatus, WaitingChange } from "./device.ts";

/** What waits to reach the server, as a person would count it: every action, and each part of a ticket that was written. */
export const waitingChanges = ({ index, listRow }: Pick<Engine, "index" | "listRow">): WaitingChange[] => {
  const changes: WaitingChange[] = [];
  for (const [ticket, rows] of index.waiting) {
    const title = listRow(ticket)?.fields.title ?? "";
    const parts = new Set<string>();
    for (const { kind, what, madeAt } of rows) {
      if (kind === "content" && parts.has(what)) continue;
      parts.add(what);
      changes.push({ ticket, title, what, madeAt: isoTime(madeAt) });
    }
  }
  return changes.sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
};

/** What the pill says. A device that cannot write to its own storage needs attention like a refusal does. */
export const syncStatus = (
  { index, contact, isStoring, unsaved }: Pick<Engine, "index" | "contact" | "isStoring" | "unsaved">,
  counted: number,
): SyncStatus => {
  const attention = index.refused.size + (isStoring() ? 0 : 1) + (contact.hasSessionEnded() ? 1 : 0);
  if (attention > 0) return { kind: "attention", count: attention };
  // What waits is on this device; what was typed a moment ago is not yet, network or none.
  if (unsaved() > 0) return { kind: "saving", waiting: Math.max(1, counted) };
  if (contact.isReachable() === false) return { kind: "offline", waiting: counted };
  return counted === 0 ? { kind: "saved" } : { kind: "saving", waiting: counted };
};
