/**
 * Client ids are claimed: the first accepted struct of a Yjs client id binds it to its person, per ticket, for good.
 * Here a scanned update is held against what the ticket already has.
 */
import { serverClientId } from "../../shared/document/layout.ts";
import type { UserId } from "../../shared/ids.ts";
import type { Scan } from "./prescan.ts";

export type ClaimVerdict =
  /**
   * May be applied. `exact`: every struct continues its client id exactly where the ticket ends, so the bytes may be
   * logged and broadcast as they came. Otherwise they repeat known clocks, and whatever a client puts there must not
   * travel on: what was really applied is encoded anew.
   */
  | { kind: "fits"; exact: boolean; newClients: number[] }
  /** Refers to something this ticket does not have. */
  | { kind: "missing" }
  /** New structs under another person's client id, or the server's. */
  | { kind: "foreign"; client: number };

/** `clockOf(client)` is one past the highest clock the ticket holds of that client id. */
export const checkClaims = (
  scan: Scan,
  user: UserId,
  owners: ReadonlyMap<number, UserId>,
  clockOf: (client: number) => number,
): ClaimVerdict => {
  let exact = true;
  const newClients: number[] = [];
  const ends = new Map<number, number>();
  for (const { client, start, end, gapEnd } of scan.sections) {
    const known = clockOf(client);
    ends.set(client, end);
    if (start !== known || gapEnd > 0) exact = false;
    if (end <= known) continue;
    const owner = owners.get(client);
    if (client === serverClientId || (owner !== undefined && owner !== user)) return { kind: "foreign", client };
    if (start > known || gapEnd > known) return { kind: "missing" };
    if (owner === undefined) newClients.push(client);
  }
  for (const [client, end] of scan.needs) {
    if (end > Math.max(clockOf(client), ends.get(client) ?? 0)) return { kind: "missing" };
  }
  return { kind: "fits", exact, newClients };
};
