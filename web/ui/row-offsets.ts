/** Where each row begins, in rem, and where the last one ends. */
export const offsetsOf = <Item>(
  items: readonly Item[],
  height: number | ((item: Item) => number),
): readonly number[] => {
  const offsets = [0];
  let end = 0;
  for (const item of items) {
    end += typeof height === "number" ? height : height(item);
    offsets.push(end);
  }
  return offsets;
};

/** The row at a distance from the top; the first or last where it lies outside. */
export const rowAt = (offsets: readonly number[], distance: number): number => {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  return low;
};
