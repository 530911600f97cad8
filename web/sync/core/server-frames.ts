import * as decoding from "lib0/decoding";
import {
  messageNumbers,
  readAcked,
  readEntry,
  readRefused,
  readRepaired,
  readWelcome,
} from "../../../shared/protocol/messages.ts";
import type { LinkEvents } from "./ports.ts";

/** What a frame of each number from the server means to a live link; the number itself has been read already. */
export const frameReaders = (
  events: Omit<LinkEvents, "closed">,
): Readonly<Record<number, (decoder: decoding.Decoder) => void>> => ({
  [messageNumbers.sync]: (decoder) => {
    const step = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    // Step 1 would be answered with everything the server lacks, unacknowledged; the outbox sees to that.
    if (step === 1) events.synced(payload);
  },
  [messageNumbers.welcome]: (decoder) => events.welcome(readWelcome(decoder)),
  [messageNumbers.acked]: (decoder) => events.acked(readAcked(decoder)),
  [messageNumbers.refused]: (decoder) => events.refused(readRefused(decoder)),
  [messageNumbers.repaired]: (decoder) => events.repaired(readRepaired(decoder)),
  [messageNumbers.entry]: (decoder) => events.entry(readEntry(decoder)),
});
