/** The middle value; bench figures are medians because a neighbour's burst must not decide. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** `share` 0.99: what 99 of 100 values do not exceed. NaN for an empty list. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
