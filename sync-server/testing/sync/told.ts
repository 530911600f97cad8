import type { Repair } from "../../../shared/protocol/repair.ts";
import type { Ruling } from "../../../shared/ticket/ticket.ts";
import type { SubmitResult } from "../../sync/submission.ts";

/** What an author was told was put back; throws where the update was not taken. */
export const repairsOf = (result: SubmitResult): Repair[] => {
  if (result.kind !== "acked") throw new Error(`not acknowledged: ${JSON.stringify(result)}`);
  return result.repairs;
};

/** `root.key: code` for each repair. */
export const repairCodes = (result: SubmitResult): string[] =>
  repairsOf(result).map(({ root, key, code }) => `${root}.${key}: ${code}`);

/** The one ruling on an update with one action. */
export const rulingOf = (result: SubmitResult): Ruling => {
  const rulings = result.kind === "acked" ? [...result.rulings.values()] : [];
  if (rulings.length !== 1 || rulings[0] === undefined) throw new Error(`not one ruling: ${JSON.stringify(result)}`);
  return rulings[0];
};
