/**
 * Yjs finds the place of a new item by walking over what lies between the two neighbours it names. Neighbours that no
 * editor would name make it walk over everything, for each item anew: 56 KB of them keep a processor busy for half a
 * minute. And where the right one stands left of the other, the place depends on the order of arrival: replicas differ for
 * good. Here the same walks are made beforehand, and an update that walks too far or the wrong way is not applied.
 *
 * The walk: github.com/yjs/yjs, src/structs/Item.js, `integrate`.
 */
import * as Y from "yjs";

/** Steps that are left to the update being applied; null where nobody counts. */
let stepsLeft: { conflicts: number; neighbours: number } | null = null;

const integrate = Y.Item.prototype.integrate;
Y.Item.prototype.integrate = function (transaction, offset) {
  if (stepsLeft !== null) spend(placeOf(this, offset, transaction.doc.store), transaction.doc.store, stepsLeft);
  integrate.call(this, transaction, offset);
};

/**
 * Runs `apply`, which throws where applying walks over more than `conflicts` items that compete for a place, where more
 * than `neighbours` lie between the neighbours named, or where these are not in order. The document is then worthless.
 */
export const boundIntegration = (bounds: { conflicts: number; neighbours: number }, apply: () => void): void => {
  stepsLeft = { ...bounds };
  try {
    apply();
  } finally {
    stepsLeft = null;
  }
};

/** Where an item is about to go, and the neighbours it names. */
interface Place {
  item: Y.Item;
  left: Y.Item | null;
  right: Y.Item | null;
  origin: Y.ID | null;
}

/** Of an item whose first `offset` clocks are known, only the rest is new: its left neighbour is what is known of it. */
const placeOf = (item: Y.Item, offset: number, store: Y.Doc["store"]): Place => {
  if (offset === 0) return { item, left: item.left, right: item.right, origin: item.origin };
  const origin = Y.createID(item.id.client, item.id.clock + offset - 1);
  return { item, left: Y.getItem(store, origin), right: item.right, origin };
};

const spend = (place: Place, store: Y.Doc["store"], left: { conflicts: number; neighbours: number }) => {
  if (place.item.parent === null) return;
  // Looking up the right neighbour cuts the left one short where it begins within it.
  if (place.left !== null && !Y.compareIDs(place.left.lastId, place.origin)) throw new Error(wrongOrder);
  if (isBetweenNeighbours(place)) return;
  left.neighbours -= countBetween(place, left.neighbours);
  left.conflicts -= countSteps(place, store, left.conflicts);
  if (left.neighbours < 0 || left.conflicts < 0) throw new Error("the update takes too many steps to integrate");
};

const wrongOrder = "neighbours in the wrong order";

/** The usual case: nobody else has written there. */
const isBetweenNeighbours = ({ left, right }: Place): boolean =>
  left === null ? right !== null && right.left === null : left.right === right;

/** How many items lie between the neighbours named; stops counting just past `most`. */
const countBetween = ({ left, right }: Place, most: number): number => {
  if (left === null || right === null) return 0;
  let steps = 0;
  for (let other = left.right; other !== right && steps <= most; steps++) {
    if (other === null) throw new Error(wrongOrder);
    other = other.right;
  }
  return steps;
};

/** How far Yjs will walk over items that compete for the place; stops counting just past `most`. */
const countSteps = ({ item, left, right, origin }: Place, store: Y.Doc["store"], most: number): number => {
  const parent = item.parent as Y.AbstractType<unknown>;
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
    if (Y.compareIDs(origin, other.origin)) {
      if (other.id.client >= item.id.client && Y.compareIDs(item.rightOrigin, other.rightOrigin)) break;
    } else if (other.origin === null || !passed.has(Y.getItem(store, other.origin))) break;
  }
  return steps;
};
