import type { Engine } from "./core/engine.ts";
import type { KeptDecision } from "./device.ts";
import { letGoOfHeld } from "./let-go-of-held.ts";
import { writeAction } from "./write-action.ts";

/**
 * Opens the ticket, adds the action and closes it again; resolves when that is on disk. Where the device knows of the
 * ticket but does not hold it yet, it waits until it does. A ticket that has gone meanwhile takes no decision: it is kept
 * as refused, so that whoever decided learns of it.
 */
export const takeDecision = (
  engine: Pick<Engine, "open" | "listRow" | "index" | "discardRefused" | "refuseAction">,
  { id, ticket, action }: KeptDecision,
): Promise<void> =>
  new Promise((resolve) => {
    const { document, release } = engine.open(ticket);
    const look = () => {
      const phase = document.phase();
      const isAwaited = phase === "loading" || (phase === "absent" && engine.listRow(ticket) !== undefined);
      if (isAwaited) return false;
      if (phase === "ready") {
        // Taken before a crash it may be what is held by now.
        const isNew = writeAction(document.doc(), id, action);
        if (isNew && action.type === "approve") letGoOfHeld(engine, ticket);
      }
      const kept = phase === "absent" ? engine.refuseAction(ticket, id, action, "gone") : document.drained();
      void kept.then(release).then(resolve);
      return true;
    };
    if (look()) return;
    const unlisten = document.listen(() => {
      if (look()) unlisten();
    });
  });
