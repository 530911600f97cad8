/**
 * Undo puts a deleted letter back between its neighbours of then, and finds these by the traces that earlier undos left
 * (github.com/yjs/yjs, src/structs/Item.js, `redoItem`). Where a block comes back whose letters had come back before, the
 * right one may lie left of the left one: copies of the document would differ, and the server takes no such update. So the
 * right neighbour of what an undo puts back is corrected before it is put there.
 */
import * as Y from "yjs";

const integrate = Y.Item.prototype.integrate;
Y.Item.prototype.integrate = function (transaction, offset) {
  if (transaction.origin instanceof Y.UndoManager && !standsInOrder(this)) {
    this.right = this.left?.right ?? null;
    this.rightOrigin = this.right?.id ?? null;
  }
  integrate.call(this, transaction, offset);
};

/** Does the right neighbour come after the left one? */
const standsInOrder = ({ left, right }: Y.Item): boolean => {
  if (left === null || right === null) return true;
  for (let next = left.right; next !== null; next = next.right) if (next === right) return true;
  return false;
};
