/** A REST command as what every other door sends: one small Yjs update, judged by the core. */
import * as Y from "yjs";
import { addAction } from "../../shared/document/write.ts";
import { type ActionId, newId, type RandomBytes, type TicketId, type UserId } from "../../shared/ids.ts";
import type { Ruling } from "../../shared/ticket/ticket.ts";
import { isoTime } from "../../shared/time.ts";
import type { Action } from "../../shared/workflow/actions.ts";
import type { SubmitResult } from "../sync/submission.ts";
import type { SyncCore } from "../sync/sync-core.ts";

type WithoutBase<Some> = Some extends unknown ? Omit<Some, "actor" | "at" | "n"> : never;
export type Request = WithoutBase<Action>;

export type CommandOutcome = { kind: "ruled"; ruling: Ruling } | Exclude<SubmitResult, { kind: "acked" }>;

/** Appends an action as `userId` and answers with its ruling. `write` adds to the same update. */
export const runCommand = async (
  core: Pick<SyncCore, "submit">,
  random: RandomBytes,
  {
    userId,
    ticketId,
    request,
    write,
  }: { userId: UserId; ticketId: TicketId; request: Request; write?: (doc: Y.Doc) => void },
): Promise<CommandOutcome> => {
  const nowMs = Date.now();
  const id = newId<ActionId>(nowMs, random);
  const update = writtenUpdate((doc) => {
    write?.(doc);
    addAction(doc, id, { ...request, actor: userId, at: isoTime(nowMs) } as Action);
  });
  const result = await core.submit(userId, ticketId, update);
  if (result.kind !== "acked") return result;
  const ruling = result.rulings.get(id);
  // The action is new, so the core rules on it in the entry that holds it.
  if (ruling === undefined) throw new Error("an action was stored without a ruling");
  return { kind: "ruled", ruling };
};

/** What `write` does to an empty document, under a Yjs client id nobody has used. */
export const writtenUpdate = (write: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc();
  doc.transact(() => write(doc));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
};
