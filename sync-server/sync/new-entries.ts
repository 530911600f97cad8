import { newId, type RandomBytes, type TicketId } from "../../shared/ids.ts";
import type { Judged } from "./judge-batch.ts";
import type { NewEntry } from "./ticket-store.ts";

/**
 * What was judged, as log entries after `afterSeq`. Each submission keeps the id its entry was first given, so that a retry
 * after an unknown outcome finds what was written.
 */
export const toNewEntries = (judged: Judged, afterSeq: number, nowMs: number, random: RandomBytes): NewEntry[] =>
  judged.entries.map(({ entry: { update, repairs, events }, submission }, i) => {
    submission.entryId ??= newId<TicketId>(nowMs, random);
    const { userId, entryId } = submission;
    return { seq: afterSeq + 1 + i, update, userId, at: nowMs, repairs, entryId, events };
  });
