/** What this person looked at, as it was: for 'what changed since you looked', and for an approval that is held. */
import type { TicketId } from "../../shared/ids.ts";
import { fingerprint } from "../../shared/ticket/fingerprint.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { isoTime } from "../../shared/time.ts";
import type { DeviceStore } from "./core/device-store.ts";
import type { SeenBrief } from "./device.ts";

type Looked = Pick<Ticket, "id" | "fields" | "brief">;

export interface SeenBriefs {
  /** The brief this person looked at last; null where they never did, or too long ago. */
  last(id: TicketId): Promise<SeenBrief | null>;
  /** The brief of this fingerprint as they looked at it. */
  find(id: TicketId, fingerprint: string): Promise<SeenBrief | null>;
  /** They have looked at it. `entries`: the comments and actions that stood there; null where those were not on the screen. */
  keep(ticket: Looked, entries: readonly string[] | null): Promise<void>;
}

/** A device that cannot store says so elsewhere; looking at a ticket must not fail for it. */
export const createSeenBriefs = (
  store: Pick<DeviceStore, "loadSeen" | "keepSeen">,
  serverNow: () => number,
): SeenBriefs => {
  const load = (id: TicketId) => store.loadSeen(id).catch(() => []);
  return {
    last: async (id) => (await load(id))[0] ?? null,
    find: async (id, wanted) => (await load(id)).find((seen) => seen.fingerprint === wanted) ?? null,
    keep: async ({ id, fields, brief }, entries) => {
      // Read before anything is waited for: stores and documents go on changing.
      const seen = {
        ticket: id,
        fingerprint: fingerprint(fields, brief),
        at: isoTime(serverNow()),
        fields: plain(fields),
        text: brief,
      };
      const before = entries === null ? ((await load(id))[0]?.entries ?? null) : [...entries];
      await store.keepSeen({ ...seen, entries: before }).catch(() => {});
    },
  };
};

/** A store's proxies cannot be cloned into IndexedDB. */
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
