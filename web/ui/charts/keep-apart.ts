/** Moves labels on one line apart until none lies on another, each as little as the order allows. */
export const keepApart = (positions: readonly number[], distance: number, least: number, most: number): number[] => {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = [...positions];
  let from = least;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, from);
    from = (placed[index] ?? 0) + distance;
  }
  let to = most;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, to);
    to = (placed[index] ?? 0) - distance;
  }
  return placed;
};
