/** Keeps the list rows of tickets with waiting changes up to date, without working one out for every keystroke. */
import type { Directory, Person } from "../../../shared/access/directory.ts";
import type { TicketId } from "../../../shared/ids.ts";
import type { DeviceStore } from "./device-store.ts";
import { buildDocument, knownUpdates } from "./known.ts";
import type { Ledger } from "./ledger.ts";
import { deviceLimits } from "./limits.ts";
import type { OpenDocument } from "./open-document.ts";
import { rowWithPending } from "./overlay.ts";
import type { DeviceClock } from "./ports.ts";

export interface ListRowsDeps {
  me: Person;
  ledger: Ledger;
  store: Pick<DeviceStore, "loadTicket">;
  clock: DeviceClock;
  serverNow(): number;
  openDocument(id: TicketId): OpenDocument | undefined;
}

export interface ListRows {
  /** The ticket's row may look different now; it is worked out soon, together with others, or `now` where none is shown yet. */
  mark(id: TicketId, now?: "now"): void;
  stop(): void;
}

export const createListRows = ({ me, ledger, store, clock, serverNow, openDocument }: ListRowsDeps): ListRows => {
  const marked = new Set<TicketId>();
  let cancel: (() => void) | null = null;
  let working = false;

  const work = async () => {
    cancel = null;
    working = true;
    const done: TicketId[] = [];
    while (marked.size > 0) {
      const [id] = marked;
      if (id === undefined) break;
      marked.delete(id);
      if (await workOut(id).catch(() => false)) done.push(id);
    }
    working = false;
    if (done.length > 0) ledger.tell({ kind: "tickets", ids: done });
  };

  const workOut = async (id: TicketId): Promise<boolean> => {
    const context: { nowMs: number; directory: Directory } = { nowMs: serverNow(), directory: ledger.directory() };
    const open = openDocument(id);
    if (open !== undefined && open.phase() === "ready") {
      if (open.waiting() === 0) return ledger.index.overlay.delete(id);
      ledger.index.overlay.set(id, rowWithPending(id, open.doc(), me, context));
      return true;
    }
    const stored = await store.loadTicket(id);
    if (stored.rows.length === 0) return ledger.index.overlay.delete(id);
    const doc = buildDocument(id, [...knownUpdates(stored), ...stored.rows.map(({ update }) => update)]);
    if (doc === null) return false;
    ledger.index.overlay.set(id, rowWithPending(id, doc, me, context));
    doc.destroy();
    return true;
  };

  return {
    mark: (id, when) => {
      marked.add(id);
      if (!working) cancel ??= clock.setTimer(when === "now" ? 0 : deviceLimits.overlayMs, () => void work());
    },
    stop: () => cancel?.(),
  };
};
