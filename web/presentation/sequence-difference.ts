/** What stands in both of two sequences, in order, and what only in one: the longest common subsequence. */
export interface Step<Item> {
  kind: "same" | "removed" | "added";
  /** In `same` steps of two that are only alike: the one before. */
  before: Item | null;
  after: Item | null;
}

/**
 * Beyond this many comparisons (about 1.6 million take a frame on a phone) the middle of the two counts as replaced: the
 * answer is longer then, never wrong.
 */
const maxComparisons = 1_600_000;

export const sequenceDifference = <Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): Step<Item>[] => {
  const same = (i: number, k: number) => isSame(before[i] as Item, after[k] as Item);
  let start = 0;
  while (start < before.length && start < after.length && same(start, start)) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && same(before.length - 1 - end, after.length - 1 - end)) end++;
  const kept = (from: number, count: number, shift: number): Step<Item>[] =>
    before.slice(from, from + count).map((item, i) => ({
      kind: "same",
      before: item,
      after: after[from + i + shift] as Item,
    }));
  return [
    ...kept(0, start, 0),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end), isSame),
    ...kept(before.length - end, end, after.length - before.length),
  ];
};

const middle = <Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): Step<Item>[] => {
  const removed = (item: Item): Step<Item> => ({ kind: "removed", before: item, after: null });
  const added = (item: Item): Step<Item> => ({ kind: "added", before: null, after: item });
  if (before.length * after.length > maxComparisons) return [...before.map(removed), ...after.map(added)];
  const lengths = commonLengths(before, after, isSame);
  const width = after.length + 1;
  const at = (i: number, k: number) => lengths[i * width + k] ?? 0;
  const steps: Step<Item>[] = [];
  let [i, k] = [0, 0];
  while (i < before.length && k < after.length) {
    const [one, other] = [before[i] as Item, after[k] as Item];
    if (at(i, k) === at(i + 1, k + 1) + 1 && isSame(one, other)) {
      steps.push({ kind: "same", before: one, after: other });
      i++;
      k++;
    } else if (at(i + 1, k) >= at(i, k + 1)) steps.push(removed(before[i++] as Item));
    else steps.push(added(after[k++] as Item));
  }
  return [...steps, ...before.slice(i).map(removed), ...after.slice(k).map(added)];
};

/** Row by row: how many the rests of the two from there on have in common. */
const commonLengths = <Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): Uint32Array => {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let k = after.length - 1; k >= 0; k--) {
      const down = lengths[(i + 1) * width + k] ?? 0;
      const right = lengths[i * width + k + 1] ?? 0;
      const both = isSame(before[i] as Item, after[k] as Item) ? (lengths[(i + 1) * width + k + 1] ?? 0) + 1 : 0;
      lengths[i * width + k] = Math.max(down, right, both);
    }
  }
  return lengths;
};
