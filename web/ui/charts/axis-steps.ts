/** The values an axis from zero names: two to four round ones, the last at or just below the largest. */
export const axisSteps = (largest: number): number[] => {
  const step = stepFor(Math.max(1, largest));
  return Array.from({ length: Math.max(1, Math.floor(largest / step)) + 1 }, (_, index) => index * step);
};

const stepFor = (largest: number): number => {
  const magnitude = 10 ** Math.floor(Math.log10(largest));
  const round = [0.1, 0.2, 0.5, 1, 2, 5].map((part) => part * magnitude).filter((step) => Number.isInteger(step));
  return round.find((step) => largest / step < stepsAtMost + 1) ?? magnitude;
};

const stepsAtMost = 3;
