import * as Y from "yjs";
import type { Contestant } from "../contestants.ts";

/**
 * What a fresh client gets of a stored document of at least `size` bytes. Some servers answer before they have read their
 * storage and send the content as an update afterwards, so this waits for that too, `waitMs` at most.
 */
export const readStored = async (
  contestant: Contestant,
  document: string,
  size: number,
  waitMs = 10_000,
): Promise<Uint8Array> => {
  const client = contestant.open(document, 0);
  try {
    const parts: Uint8Array[] = [];
    const later = new Promise<void>((resolve) => {
      const late = setTimeout(resolve, waitMs);
      client.onUpdate = (update) => {
        parts.push(update);
        if (update.length < size) return;
        clearTimeout(late);
        resolve();
      };
    });
    const first = await client.opened;
    if (first.length >= size) return first;
    await later;
    return Y.mergeUpdates([first, ...parts]);
  } finally {
    client.close();
    await client.closed;
  }
};
