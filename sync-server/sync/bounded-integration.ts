/**
 * Yjs finds the place of a new item by walking over what lies between the two neighbours it names. Neighbours that no
 * editor would name make it walk over everything, for each item anew: 56 KB of them keep a processor busy for half a
 * minute. Here the same walk is made beforehand, and an update that walks too far is not applied.
 *
 * The walk: github.com/yjs/yjs, src/structs/Item.js, `integrate`.
 */
import * as Y from "yjs";

/** Steps that are left to the update being applied; null where nobody counts. */
let stepsLeft: number | null = null;

const integrate = Y.Item.prototype.integrate;
Y.Item.prototype.integrate = function (transaction, offset) {
  if (stepsLeft !== null) {
    stepsLeft -= countSteps(this, transaction.doc.store, stepsLeft);
    if (stepsLeft < 0) throw new Error("the update takes too many steps to integrate");
  }
  integrate.call(this, transaction, offset);
};

/** Runs `apply`, which throws where applying takes more than `steps`. The document is then worthless. */
export const boundIntegration = (steps: number, apply: () => void): void => {
  stepsLeft = steps;
  try {
    apply();
  } finally {
    stepsLeft = null;
  }
};

/** How far Yjs will walk for `item`; stops counting just past `most`. */
const countSteps = (item: Y.Item, store: Y.Doc["store"], most: number): number => {
  const { left, right } = item;
  const parent = item.parent as Y.AbstractType<unknown> | null;
  if (parent === null || (left === null ? right !== null && right.left === null : left.right === right)) return 0;
  let steps = 0;
  let other = left === null ? parent._start : left.right;
  if (left === null && item.parentSub !== null) {
    other = parent._map.get(item.parentSub) ?? null;
    for (; other?.left && steps <= most; steps++) other = other.left;
  }
  const passed = new Set<Y.Item>();
  for (; other !== null && other !== right && steps <= most; other = other.right) {
    steps++;
    passed.add(other);
    if (Y.compareIDs(item.origin, other.origin)) {
      if (other.id.client >= item.id.client && Y.compareIDs(item.rightOrigin, other.rightOrigin)) break;
    } else if (other.origin === null || !passed.has(Y.getItem(store, other.origin))) break;
  }
  return steps;
};
