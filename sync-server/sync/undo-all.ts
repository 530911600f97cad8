import * as Y from "yjs";

/**
 * Undoes everything that was tracked, and forgets how. Yjs leaves a trace on each item it puts back, to the copy (`redone`;
 * github.com/yjs/yjs, src/structs/Item.js, `redoItem`). Over the next restoration the trace of a neighbour deleted long ago
 * leads to a copy on the wrong side: an item comes to lie between an origin and something before it, and copies of the
 * document differ.
 */
export const undoAll = (undo: Y.UndoManager): void => {
  const deleted = undo.undoStack.map(({ deletions }) => deletions);
  while (undo.canUndo()) undo.undo();
  for (const { clients } of deleted) {
    for (const [client, ranges] of clients) forget(undo.doc.store.clients.get(client) ?? [], ranges);
  }
};

const forget = (structs: (Y.GC | Y.Item)[], ranges: readonly { clock: number; len: number }[]): void => {
  for (const { clock, len } of ranges) {
    for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
      const struct = structs[i];
      if (struct === undefined || struct.id.clock >= clock + len) break;
      if (struct instanceof Y.Item) struct.redone = null;
    }
  }
};
