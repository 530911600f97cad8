import type * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import { readActions } from "../../shared/document/read.ts";
import { addAction } from "../../shared/document/write.ts";
import type { ActionId, UserId } from "../../shared/ids.ts";
import type { Action } from "../../shared/workflow/actions.ts";

/**
 * Adds an action after all the others its actor has taken on this ticket; under the same id again it changes nothing and
 * answers false.
 */
export const writeAction = (doc: Y.Doc, id: ActionId, action: Action): boolean => {
  if (doc.getMap(roots.actions).has(id)) return false;
  addAction(doc, id, { ...action, n: lastNumber(doc, action.actor) + 1 });
  return true;
};

const lastNumber = (doc: Y.Doc, actor: UserId): number =>
  readActions(doc)
    .actions.filter(({ action }) => action.actor === actor)
    .reduce((last, { action: { n = 0 } }) => Math.max(last, n), 0);
