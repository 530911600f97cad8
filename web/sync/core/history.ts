/** Which history of the server this device holds. Two histories are never merged: that would double every text. */
import type { TicketId } from "../../../shared/ids.ts";
import { knownSeq } from "./known.ts";
import type { Ledger } from "./ledger.ts";
import { forgetting } from "./settle-answer.ts";

export interface History {
  /** True: the same history, or the first this device hears of. False: another one, and the device starts over. */
  check(epoch: string): Promise<boolean>;
}

/** `drained`: everything open is on disk. `startedOver`: nothing of the server's is left, fetch it all again. */
export const createHistory = (ledger: Ledger, drained: () => Promise<unknown>, startedOver: () => void): History => {
  let startingOver: Promise<void> | null = null;

  /** What the server never had of this history – own drafts – goes on; of the rest only the unsent text is kept. */
  const startOver = async (epoch: string): Promise<void> => {
    await drained();
    const { summaries, waiting, known } = ledger.index;
    const ids = new Set<TicketId>([...summaries.keys(), ...waiting.keys(), ...known.keys()]);
    await ledger.untilStored(() =>
      ledger.change([...ids], (id, stored) => {
        if (knownSeq(stored) === 0 && stored.rows.length > 0) return null;
        const writes = forgetting(stored, { code: "history_replaced", facts: {} }, ledger.context(id));
        return { writes, known: null, effect: "vanish", missing: [] };
      }),
    );
    await ledger.untilStored(() => ledger.saveMeta({ epoch, feedCursor: "" }));
    startedOver();
  };

  return {
    check: async (epoch) => {
      await startingOver;
      if (ledger.meta().epoch === epoch) return true;
      if (ledger.meta().epoch === "") {
        await ledger.saveMeta({ epoch });
        return true;
      }
      startingOver ??= startOver(epoch).finally(() => {
        startingOver = null;
      });
      await startingOver;
      return false;
    },
  };
};
